export { KitchenModule } from './kitchen.module.js';
export { Tickets } from './tickets.js';
export type { TicketTarget } from './tickets.js';
