// People who use the product over HTTP: what they sent, and what they know of the answer.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** Connections are kept, as browsers keep them. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Resolves to `{ status, body, headers, ms }`; rejects when no answer came. */
export function call(address, method, path, { body, headers = {}, signal } = {}) {
  const begun = performance.now();
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const type = payload === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, agent, signal, headers: { ...type, ...headers } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = /json/.test(answer.headers['content-type'] ?? '');
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          body: isJson && text ? JSON.parse(text) : text,
          ms: performance.now() - begun,
        });
      });
    });
    sent.setTimeout(30_000, () => sent.destroy(new Error('No answer in 30 s.')));
    sent.once('error', reject);
    sent.end(payload);
  });
}

/** What a guest and a member of the staff need to know of the demo restaurant. */
export async function visit(address) {
  const [location] = (await call(address, 'GET', '/api/v1/locations')).body;
  const base = `/api/v1/locations/${location.id}`;
  const { body: menu } = await call(address, 'GET', `${base}/menu`);
  const required = new Set(menu.modifierGroups.filter(({ min }) => min > 0).map(({ id }) => id));
  const simple = menu.items.filter(
    ({ variants, onlyAsOption, modifierGroupIds }) =>
      variants.length === 1 && !onlyAsOption && !modifierGroupIds.some((id) => required.has(id)),
  );
  const dishes = simple.map(({ id, variants: [variant] }) => ({ itemId: id, variantId: variant.id }));
  const order = { fulfilment: { type: 'pickup' }, lines: [{ ...dishes[0], quantity: 1 }] };
  return { id: location.id, base, dishes, order };
}

export async function logIn(address, role) {
  const login = { email: `${role}@fennel-and-ember.example`, password: `demo-${role}-pass` };
  const { headers, body } = await call(address, 'POST', '/api/v1/session', { body: login });
  const cookie = headers['set-cookie'].map((each) => each.split(';')[0]).join('; ');
  return { cookie, 'x-csrf-token': body.csrfToken };
}

export const newKey = () => ({ 'idempotency-key': randomUUID() });

export function place(address, { base, order }, headers = newKey()) {
  return call(address, 'POST', `${base}/orders`, { body: order, headers });
}

/** Every event of the restaurant, page by page. */
export async function feed(address, { base }, staff) {
  const events = [];
  for (let after = '0', more = true; more;) {
    const { body } = await call(address, 'GET', `${base}/events?after=${after}&limit=100`, { headers: staff });
    events.push(...body.data);
    more = body.hasMore;
    after = body.nextCursor ?? after;
  }
  return events;
}

/** A kitchen screen: listens, comes back when it is cut off, and keeps when it heard of which order. */
export class Screen {
  heard = new Map();
  ids = [];
  cuts = 0;
  #open = true;
  #current = null;

  constructor(address, { base }, staff) {
    this.url = `${address}${base}/events/stream?after=`;
    this.staff = staff;
  }

  async listen(after = 0) {
    while (this.#open) {
      await this.#once(this.ids.at(-1) ?? after).catch(() => undefined);
      if (this.#open) this.cuts += 1;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  close() {
    this.#open = false;
    this.#current?.destroy();
  }

  #once(after) {
    return new Promise((resolve, reject) => {
      this.#current = request(`${this.url}${after}`, { headers: this.staff }, (answer) => {
        let rest = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          const messages = (rest + chunk).split('\n\n');
          rest = messages.pop();
          for (const message of messages) this.#take(message);
        });
        answer.once('close', resolve);
      });
      this.#current.once('error', reject);
      this.#current.end();
    });
  }

  #take(message) {
    const data = /^data: (.*)$/m.exec(message)?.[1];
    const id = /^id: (\d+)$/m.exec(message)?.[1];
    if (id === undefined) return;
    this.ids.push(Number(id));
    const event = JSON.parse(data);
    if (event.type === 'order.placed') this.heard.set(event.subject.id, performance.now());
  }
}
