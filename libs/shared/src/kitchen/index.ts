/** The kitchen's words and rules by themselves: its screens load nothing of prices and menus. */
export * from '../events/event.js';
export * from './kitchen-contracts.js';
export * from './kitchen-state.js';
export * from './merge-ticket.js';
export * from './order-counts.js';
export * from './ticket-age.js';
export * from './ticket-contracts.js';
export * from './ticket-transitions.js';
