import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { MenuModule } from '../menu/index.js';
import { IngredientAvailability } from './ingredient-availability.js';
import { IngredientsController } from './ingredients.controller.js';
import { Recipes } from './recipes.js';
import { StockCountsController } from './stock-counts.controller.js';
import { StockController } from './stock.controller.js';
import { StockImport } from './stock-import.js';
import { StockReading } from './stock-reading.js';
import { OrderStock } from './order-stock.js';
import { StockLedger } from './stock-ledger.js';
import { StockTaking } from './stock-taking.js';
import { StockRepository } from './stock.repository.js';
import { Stock } from './stock.js';

@Module({
  imports: [LocationsModule, MenuModule],
  controllers: [IngredientsController, StockController, StockCountsController],
  providers: [
    IngredientAvailability,
    Recipes,
    OrderStock,
    Stock,
    StockImport,
    StockLedger,
    StockReading,
    StockRepository,
    StockTaking,
  ],
  exports: [IngredientAvailability, OrderStock, Stock, StockLedger, StockTaking],
})
export class InventoryModule {}
