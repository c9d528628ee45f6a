export { GroupBasketsModule } from './group-baskets.module.js';
