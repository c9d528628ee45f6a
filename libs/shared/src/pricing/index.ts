/** What can be chosen, whether it can be had and what it costs, by itself: staff who sell nothing load none of it. */
export { countdownOf, withCounts } from '../availability/off-sale.js';
export * from '../availability/sellability.js';
export * from '../menu/groups-of.js';
export * from '../menu/menu-index.js';
export * from '../menu/option-price.js';
export * from './check-times.js';
export * from './least-price.js';
export * from './price-basket.js';
