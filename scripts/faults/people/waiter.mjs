// Waiters move guests, join tables, take the money and free the table; two of them at once.
import { anyOf } from '../asking.mjs';

export class Waiter {
  constructor(asking) {
    this.asking = asking;
  }

  async work() {
    const { restaurant, waiter } = this.asking;
    const floor = await this.asking.look(`${restaurant.base}/floor`, waiter);
    const taken = floor?.tables.filter(({ sitting }) => sitting) ?? [];
    const table = anyOf(taken);
    if (!table) return;
    const deed = anyOf([() => this.#settle(table), () => this.#free(table), () => this.#move(table, floor.tables)]);
    await deed();
  }

  #settle({ sitting: { id, dueMinor } }) {
    if (dueMinor === 0) return undefined;
    const body = { method: 'card-terminal', amountMinor: dueMinor };
    return this.asking.surely(() => ({
      entry: { kind: 'settle', sittingId: id, amountMinor: dueMinor },
      request: { method: 'POST', path: `/api/v1/sittings/${id}/payment`, body, headers: this.asking.waiter },
    }));
  }

  #free({ sitting: { id, version, dueMinor } }) {
    if (dueMinor > 0 && Math.random() < 0.8) return undefined;
    return this.#deed({ kind: 'free', sittingId: id }, { path: 'closure', version, body: { reason: 'They ran' } });
  }

  /** To a free table, or to others who sit already. */
  #move({ id, sitting }, tables) {
    const other = anyOf(tables.filter((each) => each.id !== id));
    const { version } = sitting;
    if (other.sitting) {
      const intoId = other.sitting.id;
      return this.#deed(
        { kind: 'merge', sittingId: sitting.id, intoId },
        { path: 'merger', version, body: { intoId } },
      );
    }
    const request = { method: 'PUT', path: 'table', version, body: { tableId: other.id } };
    return this.#deed({ kind: 'transfer', sittingId: sitting.id }, request);
  }

  #deed(entry, { method = 'POST', path, version, body }) {
    const headers = { ...this.asking.waiter, 'if-match': `"${version}"` };
    return this.asking.once(entry, { method, path: `/api/v1/sittings/${entry.sittingId}/${path}`, body, headers });
  }
}
