// Loaded before the product in a test of the checker: a cook's bump is answered before the commit that holds it.
import { makeHasty } from './hasty.mjs';
import { productModule } from './product.mjs';

const { TicketsController } = await productModule('kitchen/ticket/tickets.controller.js');
makeHasty(TicketsController, 250);
