// The office takes dishes off orders that the kitchen has, cancels orders, and books what comes in and goes bad.
import { anyOf } from '../asking.mjs';

const MOST_BOOKED_MILLI = 5000;

export class Office {
  constructor(asking) {
    this.asking = asking;
  }

  async work() {
    await anyOf([() => this.#withdraw(), () => this.#cancel(), () => this.#book()])();
  }

  async #withdraw() {
    const ticket = await this.#anyTicket();
    const line = anyOf(ticket?.lines.filter(({ withdrawal }) => !withdrawal) ?? []);
    if (!line) return;
    const { orderId } = ticket;
    const lineId = line.orderLineId;
    const path = `/api/v1/orders/${orderId}/lines/${lineId}/withdrawal`;
    const { staff: headers } = this.asking;
    const body = { reason: 'Not wanted any more', ...anyOf(ANSWERS) };
    await this.asking.once({ kind: 'withdraw', orderId, lineId }, { method: 'POST', path, body, headers });
  }

  async #cancel() {
    const ticket = await this.#anyTicket();
    if (!ticket) return;
    const { orderId } = ticket;
    const path = `/api/v1/orders/${orderId}/cancellation`;
    const body = { reason: 'The guest called', ...anyOf(ANSWERS) };
    await this.asking.once({ kind: 'cancel', orderId }, { method: 'POST', path, body, headers: this.asking.staff });
  }

  async #book() {
    const { restaurant, staff: headers, ingredientId } = this.asking;
    const amount = 1 + Math.floor(Math.random() * MOST_BOOKED_MILLI);
    const kind = anyOf(['receive', 'waste']);
    const quantityMilli = kind === 'waste' ? -amount : amount;
    await this.asking.surely((key) => ({
      entry: { kind: 'book', quantityMilli },
      request: {
        method: 'POST',
        path: `${restaurant.base}/stock-movements`,
        body: { ingredientId, kind, quantityMilli: amount, note: key },
        headers,
      },
    }));
  }

  async #anyTicket() {
    const { restaurant, cook } = this.asking;
    return anyOf((await this.asking.look(`${restaurant.base}/board`, cook))?.tickets ?? []);
  }
}

/** Said at once, or the cooks are asked. */
const ANSWERS = [{ kitchenAnswer: 'made' }, { kitchenAnswer: 'not-made' }, {}];
