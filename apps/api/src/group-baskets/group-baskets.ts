import { Injectable } from '@nestjs/common';
import type { GroupLine } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { Clock, newId, newToken } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { groupStateAt } from './domain/group-rules.js';
import type { GroupBasket, GroupPerson, WholeGroup } from './group-basket.js';
import { GroupBasketRepository } from './group-basket.repository.js';
import { GroupReading, unknownLink } from './group-reading.js';

/** So long after the last change a basket can be filled and ordered. */
export const GROUP_LIFE_MS = 8 * 3_600_000;

/** Whose part is changed to what. */
export interface PartChange {
  readonly personId: string;
  readonly lines: readonly GroupLine[];
  /** Of the part as its changer has seen it; undefined: whatever it is. */
  readonly version: number | undefined;
}

/** Changes baskets, each under its lock: nothing comes into one that has just been locked or ordered. */
@Injectable()
export class GroupBaskets {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: GroupBasketRepository,
    private readonly reading: GroupReading,
    private readonly clock: Clock,
  ) {}

  /** The basket's link, and its host. */
  async open(
    locationId: string,
    name: string,
  ): Promise<{ readonly basket: GroupBasket; readonly person: GroupPerson }> {
    await this.reading.fulfilmentAt(locationId);
    const basket: GroupBasket = {
      id: newId(),
      locationId,
      token: newToken(),
      state: 'open',
      version: 1,
      expiresAt: this.clock.now() + GROUP_LIFE_MS,
      trackingToken: null,
    };
    const person = newPerson(basket, name, true);
    await this.transactions.run(async (tx) => {
      this.repository.insert(tx, basket);
      this.repository.insertPerson(tx, person);
      await tx.flush();
    });
    return { basket, person };
  }

  async join(groupToken: string, name: string): Promise<GroupPerson> {
    const found = await this.repository.findByLink(groupToken);
    if (!found) throw unknownLink();
    return this.transactions.run(async (tx) => {
      const { basket, people } = await this.#lock(tx, found.basket.id);
      this.#requireOpen(basket);
      if (people.length >= LIMITS.groupPeople) {
        throw new DomainError('group_full', `At most ${String(LIMITS.groupPeople)} people fill one basket.`);
      }
      const person = newPerson(basket, name, false);
      this.repository.insertPerson(tx, person);
      this.#touch(tx, basket);
      return person;
    });
  }

  /** Each changes their own part, the host everybody's. Throws `version_mismatch` when it has changed meanwhile. */
  async changePart(memberToken: string, { personId, lines, version }: PartChange): Promise<void> {
    const member = await this.member(memberToken);
    if (member.id !== personId && !member.isHost) {
      throw new DomainError('forbidden', 'Only this person and the host may change this part.');
    }
    await this.transactions.run(async (tx) => {
      const { basket, people } = await this.#lock(tx, member.basketId);
      this.#requireOpen(basket);
      const person = people.find(({ id }) => id === personId);
      if (!person) throw new DomainError('not_found', 'There is nobody like that in this basket.');
      if (version !== undefined && version !== person.version) {
        throw new DomainError('version_mismatch', 'This part has changed meanwhile. Load it again.');
      }
      requireRoom(people, personId, lines);
      this.repository.savePerson(tx, { ...person, lines: [...lines], version: person.version + 1 });
      this.#touch(tx, basket);
    });
  }

  async lock(memberToken: string, locked: boolean): Promise<GroupPerson> {
    const host = await this.host(memberToken);
    await this.transactions.run(async (tx) => {
      const { basket } = await this.#lock(tx, host.basketId);
      this.requireAlive(basket);
      const state = locked ? 'locked' : 'open';
      if (basket.state !== state) this.#touch(tx, { ...basket, state });
    });
    return host;
  }

  /** Throws `not_found` for a secret that nobody has. */
  async member(memberToken: string): Promise<GroupPerson> {
    const person = await this.repository.findPerson(memberToken);
    if (!person) throw unknownLink();
    return person;
  }

  async host(memberToken: string): Promise<GroupPerson> {
    const person = await this.member(memberToken);
    if (!person.isHost) throw new DomainError('forbidden', 'Only the host may do this.');
    return person;
  }

  /** Throws `group_ordered` or `group_expired`. */
  requireAlive(basket: GroupBasket): void {
    const state = groupStateAt(basket, this.clock.now());
    if (state === 'ordered') throw new DomainError('group_ordered', 'The basket has been ordered. Start a new one.');
    if (state === 'expired') throw new DomainError('group_expired', 'The basket has expired. Start a new one.');
  }

  #requireOpen(basket: GroupBasket): void {
    this.requireAlive(basket);
    if (basket.state === 'locked') {
      throw new DomainError('group_locked', 'The host has closed the basket. Ask for it to be opened again.');
    }
  }

  async #lock(tx: Tx, id: string): Promise<WholeGroup> {
    const group = await this.repository.lock(tx, id);
    if (!group) throw unknownLink();
    return group;
  }

  #touch(tx: Tx, basket: GroupBasket): void {
    const expiresAt = this.clock.now() + GROUP_LIFE_MS;
    this.repository.save(tx, { ...basket, expiresAt, version: basket.version + 1 });
  }
}

function newPerson(basket: GroupBasket, name: string, isHost: boolean): GroupPerson {
  return { id: newId(), basketId: basket.id, token: newToken(), name: name.trim(), isHost, version: 1, lines: [] };
}

function requireRoom(people: readonly GroupPerson[], personId: string, lines: readonly GroupLine[]): void {
  const others = people.filter(({ id }) => id !== personId).reduce((sum, each) => sum + each.lines.length, 0);
  if (lines.length === 0 || others + lines.length <= LIMITS.basketLines) return;
  const detail = `The basket takes ${String(LIMITS.basketLines)} dishes. Take something out first.`;
  throw new DomainError('group_full', detail);
}
