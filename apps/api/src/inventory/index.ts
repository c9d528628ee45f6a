export { IngredientAvailability } from './ingredient-availability.js';
export { InventoryModule } from './inventory.module.js';
export { Larder } from './larder.js';
export { StockTaking } from './stock-taking.js';
export { Stock } from './stock.js';
export type { Shift } from './domain/shifts.js';
