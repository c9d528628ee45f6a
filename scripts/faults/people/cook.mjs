// Cooks bump what is on the board, now and then what a colleague is bumping too; they take a ticket back, make a dish
// again, and say of what was cancelled whether it was made.
import { anyOf } from '../asking.mjs';

const AT_ONCE = 5;
const RECALLED = 0.08;
const AGAIN = 0.12;
const BEGUN = ['started', 'ready', 'handed'];

export class Cook {
  constructor(asking) {
    this.asking = asking;
  }

  async work() {
    const tickets = await this.#board();
    for (const ticket of tickets.slice(0, AT_ONCE)) {
      if (ticket.awaits.includes('change') || ticket.state === 'cancelled') await this.#answer(ticket);
      else await this.#make(ticket);
    }
  }

  /** When all is quiet nothing may wait for an answer. */
  async answerAll() {
    for (let round = 0; round < 20; round++) {
      const waiting = (await this.#board()).filter(({ lines }) => lines.some(isAsked));
      if (waiting.length === 0) return;
      for (const ticket of waiting) await this.#answer(ticket);
    }
    throw new Error('The kitchen was asked about dishes and cannot answer.');
  }

  async #board() {
    const { restaurant, cook } = this.asking;
    return (await this.asking.look(`${restaurant.base}/board`, cook))?.tickets ?? [];
  }

  async #make(ticket) {
    const bumped = await this.#deed('bump', ticket, {});
    if (bumped?.status !== 200) return;
    if (Math.random() < RECALLED) await this.#deed('recall', bumped.body, {});
    if (Math.random() < AGAIN) await this.#makeAgain(bumped.body);
  }

  #makeAgain({ id, lines }) {
    const line = anyOf(lines.filter(({ state, withdrawal }) => BEGUN.includes(state) && !withdrawal));
    if (!line) return undefined;
    const path = `/api/v1/tickets/${id}/lines/${line.id}/refire`;
    const { staff: headers } = this.asking;
    return this.asking.surely(() => ({
      entry: { kind: 'refire', ticketId: id },
      request: { method: 'POST', path, body: { reason: 'It fell down' }, headers },
    }));
  }

  #answer(ticket) {
    return this.#deed('acknowledgement', ticket, { answer: anyOf(['made', 'not-made']) });
  }

  #deed(deed, { id, version }, body) {
    const headers = { ...this.asking.cook, 'if-match': `"${version}"` };
    const kind = deed === 'acknowledgement' ? 'acknowledge' : deed;
    return this.asking.once(
      { kind, ticketId: id },
      { method: 'POST', path: `/api/v1/tickets/${id}/${deed}`, body, headers },
    );
  }
}

const isAsked = ({ withdrawal }) => withdrawal !== undefined && withdrawal.answer === undefined;
