// Loaded before the product in a test of the checker: an order is answered before the commit that holds it.
import { makeHasty } from './hasty.mjs';
import { productModule } from './product.mjs';

const { PlacingLane } = await productModule('orders/placing/placing-lane.js');
makeHasty(PlacingLane, 60);
