// The cable between two programs: a TCP proxy that can be cut, slowed down, or made to swallow what the other side said.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How what ends a transaction looks in MySQL's protocol: alone as the command "query" and its text, or after other statements. */
const COMMITS = [Buffer.from('\x03COMMIT'), Buffer.from(';\nCOMMIT')];

export class Wire {
  /** What the wire did, by kind. */
  done = { cut: 0, reset: 0, vanished: 0, delayed: 0, hung: 0, 'answer to COMMIT dropped': 0 };
  #server;
  #pairs = new Set();
  #delayMs = 0;
  #hangs = null;
  #dropsNextCommit = false;
  #losesAnswers = false;

  /** Opens a wire to a port of this machine. */
  static async to(port) {
    const wire = new Wire();
    wire.#server = createServer((near) => wire.#join(near, port));
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    wire.port = wire.#server.address().port;
    return wire;
  }

  close() {
    this.#server.close();
    for (const pair of this.#pairs) end(pair, 'destroy');
  }

  cut() {
    this.done.cut += 1;
    for (const pair of this.#pairs) end(pair, 'destroy');
  }

  reset() {
    this.done.reset += 1;
    for (const pair of this.#pairs) end(pair, 'resetAndDestroy');
  }

  async delay(ms, forMs) {
    this.done.delayed += 1;
    this.#delayMs = ms;
    await wait(forMs);
    this.#delayMs = 0;
  }

  /** Nothing comes through, in either direction, and nobody is told. */
  async hang(forMs) {
    this.done.hung += 1;
    let release;
    this.#hangs = new Promise((resolve) => (release = resolve));
    await wait(forMs);
    this.#hangs = null;
    release();
  }

  /** What is said to those who use the wire is lost; they do not know. */
  loseAnswers(isLost) {
    this.#losesAnswers = isLost;
  }

  /** Those who use the wire vanish like a machine without power: the other side is not told. */
  vanish() {
    this.done.vanished += 1;
    for (const pair of this.#pairs) {
      pair.vanished = true;
      pair.near.resetAndDestroy();
    }
  }

  /** The next COMMIT arrives; its answer never does. */
  dropNextCommit() {
    this.#dropsNextCommit = true;
  }

  #join(near, port) {
    const far = connect(port, '127.0.0.1');
    const pair = { near, far, swallows: false, vanished: false };
    this.#pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.once('close', () => {
        if (pair.vanished && one === near) return;
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
    let toFar = Promise.resolve();
    near.on('data', (chunk) => (toFar = toFar.then(() => this.#there(pair, chunk))));
    let toNear = Promise.resolve();
    far.on('data', (chunk) => (toNear = toNear.then(() => this.#back(pair, chunk))));
  }

  async #there(pair, chunk) {
    await this.#obstacles();
    if (this.#dropsNextCommit && COMMITS.some((end) => chunk.includes(end))) {
      this.#dropsNextCommit = false;
      this.done['answer to COMMIT dropped'] += 1;
      pair.swallows = true;
    }
    pair.far.write(chunk);
  }

  async #back(pair, chunk) {
    await this.#obstacles();
    // The database has said that it is done; the one who asked hears only that the line is dead.
    if (pair.swallows) end(pair, 'resetAndDestroy');
    else if (!this.#losesAnswers) pair.near.write(chunk);
  }

  async #obstacles() {
    if (this.#delayMs > 0) await wait(Math.random() * this.#delayMs);
    while (this.#hangs) await this.#hangs;
  }
}

function end({ near, far }, how) {
  near[how]();
  far[how]();
}
