// What everybody outside knows: each request with its outcome, and how the product behaved meanwhile.
import { call } from '../installation/guests.mjs';

export class History {
  calls = [];
  /** Answers by status; "none" where nobody answered. */
  answers = new Map();
  /** Answers that must never be given. */
  wrong = [];
  longestMs = 0;

  /** Sends a request and notes what is known of it afterwards. Resolves to the answer, or to undefined without one. */
  async ask(entry, { address, method, path, ...rest }) {
    const answer = await call(address, method, path, rest).catch(() => undefined);
    this.#count(answer, `${method} ${path.replace(/[0-9A-Z]{26}/g, ':id')}`);
    const outcome = outcomeOf(answer);
    this.calls.push({ ...entry, outcome, ...(outcome === 'ok' ? answered(entry, answer.body) : {}) });
    return outcome === 'unknown' ? undefined : answer;
  }

  /** How many requests of each kind ended in which way. */
  tally() {
    const kinds = Map.groupBy(this.calls, ({ kind, outcome }) => `${kind} ${outcome}`);
    return [...kinds].map(([name, calls]) => `${name}: ${calls.length}`).sort();
  }

  #count(answer, what) {
    const status = answer?.status ?? 'none';
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    if (!answer) return;
    this.longestMs = Math.max(this.longestMs, answer.ms);
    const isWrong = status >= 500 && (status !== 503 || !answer.headers['retry-after']);
    if (isWrong || status === 401) this.wrong.push(`${what}: ${status} ${JSON.stringify(answer.body)}`);
  }
}

function outcomeOf(answer) {
  if (!answer || answer.status >= 500 || answer.body?.code === 'idempotency_in_progress') return 'unknown';
  return answer.status < 300 ? 'ok' : 'refused';
}

/** What an answer says about a placed order or a ticket; the other kinds know it before. */
function answered({ kind, ticketId }, { id, totalMinor, version, readyAt }) {
  if (kind === 'place') return { orderId: id, amountMinor: totalMinor };
  return ticketId === undefined ? {} : { version, readyAt };
}
