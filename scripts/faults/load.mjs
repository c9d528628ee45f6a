// Guests who order, cooks who make it, waiters who carry it and take the money, and an office that changes its mind,
// whatever happens to the product meanwhile.
import { setTimeout as wait } from 'node:timers/promises';
import { Cook } from './people/cook.mjs';
import { Guest } from './people/guest.mjs';
import { Office } from './people/office.mjs';
import { Waiter } from './people/waiter.mjs';
import { Asking } from './asking.mjs';

const COOKS = 2;
const WAITERS = 2;
/** People who are many, but not so many that the machine of the test does nothing else. */
const PAUSE_MS = 60;

export class Load {
  #open = true;
  #people;

  /** `apis` are asked at random. */
  constructor({ guests, ...place }) {
    this.asking = new Asking(place, () => this.#open);
    this.guest = new Guest(this.asking);
    this.cook = new Cook(this.asking);
    this.waiter = new Waiter(this.asking);
    this.office = new Office(this.asking);
    this.#people = [
      ...Array.from({ length: guests }, () => this.#busy(this.guest)),
      ...Array.from({ length: COOKS }, () => this.#busy(this.cook)),
      ...Array.from({ length: WAITERS }, () => this.#busy(this.waiter)),
      this.#busy(this.office),
    ];
  }

  async stop() {
    this.#open = false;
    await Promise.all(this.#people);
  }

  /** Asks for everything again that nobody has answered, until all is answered, and answers what the kitchen was asked. */
  async settle() {
    for (let round = 1; this.asking.unsettled().length > 0; round++) {
      if (round > 20) throw new Error('Some requests get no answer although all is quiet.');
      for (const { again } of this.asking.unsettled()) await again();
    }
    await this.cook.answerAll();
  }

  async #busy(person) {
    while (this.#open) {
      await person.work();
      await wait(Math.random() * PAUSE_MS * 2);
    }
  }
}
