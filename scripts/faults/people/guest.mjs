// Guests order to go or at a table, some pay at once, some change their minds.
const PAID = 0.25;
const CANCELLED = 0.1;

export class Guest {
  constructor(asking) {
    this.asking = asking;
  }

  async work() {
    const answer = await this.asking.surely((key) => this.#order(key));
    if (answer?.status !== 201) return;
    const { id, trackingToken, totalMinor, fulfilment } = answer.body;
    // Who sits at a table pays with the others there.
    if (fulfilment.type === 'pickup' && Math.random() < PAID) await this.#pay({ id, totalMinor });
    if (Math.random() < CANCELLED) {
      const path = `/api/v1/tracking/${trackingToken}/cancellation`;
      await this.asking.once({ kind: 'cancel', orderId: id }, { method: 'POST', path });
    }
  }

  /** What is asked for depends on the key alone, so that it is the same each time. */
  #order(key) {
    const chance = parseInt(key.slice(0, 4), 16);
    const { restaurant, counted, tables } = this.asking;
    const { dishes, base } = restaurant;
    const lines = [
      { ...counted, quantity: 1 + (chance % 3) },
      { ...dishes[1 + (chance % (dishes.length - 1))], quantity: 1 + (chance % 2) },
    ];
    const table = tables[chance % tables.length];
    const fulfilment = chance % 2 === 0 ? { type: 'pickup' } : { type: 'dine-in', tableToken: table.token };
    const body = { fulfilment, lines: lines.slice(chance % 5 === 0 ? 1 : 0), guest: { name: key } };
    return { entry: { kind: 'place' }, request: { method: 'POST', path: `${base}/orders`, body } };
  }

  #pay({ id, totalMinor: amountMinor }) {
    const path = `/api/v1/orders/${id}/payments`;
    const body = { method: 'cash', amountMinor };
    const { staff: headers } = this.asking;
    return this.asking.surely(() => ({
      entry: { kind: 'pay', orderId: id, amountMinor },
      request: { method: 'POST', path, body, headers },
    }));
  }
}
