export { IngredientAvailability } from './ingredient-availability.js';
export { InventoryModule } from './inventory.module.js';
export { Larder } from './larder.js';
export { StockTaking } from './stock-taking.js';
export { OrderStock } from './order-stock.js';
export { StockLedger } from './stock-ledger.js';
export type { Shift } from './domain/shifts.js';
export { Stock } from './stock.js';
