export { InventoryModule } from './inventory.module.js';
export { Stock } from './stock.js';
export type { Shift } from './domain/shifts.js';
