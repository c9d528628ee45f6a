export { Boards } from './boards/boards.js';
export { KitchenModule } from './kitchen.module.js';
export { TicketCommands } from './ticket/ticket-commands.js';
export type { CookTarget } from './ticket/ticket-commands.js';
