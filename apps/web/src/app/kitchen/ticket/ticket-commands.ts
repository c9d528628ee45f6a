import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { KitchenAnswer } from '@comanda/shared';
import {
  BUMP_UNDO_SECONDS,
  type EventType,
  type TicketLineState,
  type TicketLineView,
  type TicketView,
} from '@comanda/shared/kitchen';
import { Announcer } from '../../core/a11y/announcer';
import { KitchenApi } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';
import { TicketFeed } from '../live/ticket-feed';
import type { CookWish } from '../outbox/cook-wish';
import { Outbox, type Posted } from '../outbox/outbox';
import { WishRefused, WishWithdrawn } from '../outbox/wish-ends';
import { Departures } from './departures';
import { refusalWords } from './refusal-words';
import { REFUSAL_TEXTS, TICKET_TEXTS } from './ticket-texts';
import { titleOf } from './ticket-words';

const BACK_OR_GONE: readonly EventType[] = [
  'ticket.recalled',
  'ticket.bump-undone',
  'ticket.withdrawn',
  'ticket.changed',
  'ticket-line.refired',
  'ticket.course-fired',
  'ticket.handed-over',
];

type WishFacts = Pick<CookWish, 'lineId' | 'seen' | 'body'>;

const TO_DO: readonly TicketLineState[] = ['held', 'fired', 'started'];

/** What a cook does with tickets. It shows at once; what the server refuses comes back with the reason. */
@Injectable()
export class TicketCommands {
  private readonly api = inject(KitchenApi);
  private readonly feed = inject(TicketFeed);
  private readonly place = inject(KitchenPlace);
  private readonly outbox = inject(Outbox);
  private readonly departures = inject(Departures);
  private readonly announcer = inject(Announcer);
  private readonly running = new Map<string, Promise<void>>();
  private readonly returning = new Set<string>();
  /** The versions that the commands of this screen have made. */
  private readonly made = new Map<string, number>();
  private readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  private readonly striking = signal<ReadonlySet<string>>(new Set());

  /** Reasons of refused commands, by ticket, until the next one on that ticket. */
  readonly failures = this.refused.asReadonly();
  /** Lines that are done for the cook but not yet for the server. */
  readonly linesOnTheWay = this.striking.asReadonly();
  /** Bumped tickets that could come back, the last first. */
  readonly bumped = computed(() =>
    [...this.feed.tickets().values()]
      .filter(({ state }) => state === 'ready')
      .sort((one, other) => (other.readyAt ?? '').localeCompare(one.readyAt ?? '')),
  );

  constructor() {
    this.feed.onNews(({ type, ticket, before, actor }) => {
      if (type === 'ticket.ready') this.tellWhoBumped(ticket, before, actor);
      if (BACK_OR_GONE.includes(type)) this.departures.end(ticket.id);
    });
    effect(() => {
      const waiting = this.outbox.waiting();
      untracked(() => waiting.forEach(({ ticketId }) => this.departures.wait(ticketId)));
    });
    for (const posted of this.outbox.leftovers(this.place.locationId() ?? '')) this.follow(posted);
  }

  bump(ticket: TicketView): void {
    if (this.departures.all().has(ticket.id) || !this.mayCook(ticket) || this.mustWait(ticket)) return;
    this.forgive(ticket.id);
    this.departures.begin(ticket, { by: null, sending: true });
    this.announcer.polite(TICKET_TEXTS.saidBumped(titleOf(ticket)));
    this.post(ticket, 'bump', { seen: this.seenOf(ticket) });
  }

  start(ticket: TicketView): void {
    if (this.mustWait(ticket)) return;
    this.send(ticket, 'start');
  }

  /** The cook has seen all that was cancelled; what was begun is answered line by line. */
  acknowledge(ticket: TicketView): void {
    const open = ticket.lines.filter(
      ({ withdrawal }) => withdrawal !== undefined && withdrawal.acknowledged === undefined,
    );
    if (open.some(mustBeAnswered)) return this.blame(ticket.id, titleOf(ticket), REFUSAL_TEXTS.answerNeeded);
    this.send(ticket, 'acknowledge', { seen: this.seenOf(ticket) });
  }

  acknowledgeLine(ticket: TicketView, lineId: string, answer: KitchenAnswer | undefined): void {
    if (!this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.post(ticket, 'acknowledge', { body: { lineId, ...(answer === undefined ? {} : { answer }) } });
  }

  acknowledgeAllergy(ticket: TicketView): void {
    this.send(ticket, 'acknowledge-allergy');
  }

  /** Takes a strike back. */
  reopenLine(ticket: TicketView, lineId: string): void {
    if (this.striking().has(lineId) || !this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.post(ticket, 'reopen-line', { lineId });
  }

  /** It went wrong and is made again. */
  refire(ticket: TicketView, lineId: string, reason: string): void {
    if (!this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.post(ticket, 'refire', { lineId, body: { reason } });
  }

  finishLines(ticket: TicketView, lineIds: readonly string[]): void {
    for (const lineId of lineIds) this.finishLine(ticket, lineId);
  }

  finishLine(ticket: TicketView, lineId: string): void {
    if (this.striking().has(lineId) || !this.mayCook(ticket) || this.mustWait(ticket)) return;
    this.forgive(ticket.id);
    const struck = new Set([...this.striking(), lineId]);
    const last = ticket.lines.every(({ id, state }) => !TO_DO.includes(state) || struck.has(id));
    if (last) this.departures.begin(ticket, { by: null, sending: true });
    this.post(ticket, 'finish-line', { lineId });
  }

  /** Brings a bumped ticket back, its clock going on. */
  async recall(ticket: TicketView): Promise<void> {
    if (this.returning.has(ticket.id) || !this.mayCook(ticket)) return;
    // What has not left the device yet is simply not sent.
    if (this.outbox.withdraw(ticket.id, 'bump')) return this.welcomeBack(ticket);
    this.returning.add(ticket.id);
    const own = this.running.get(ticket.id);
    await own;
    try {
      // The bump of this very screen was refused: the ticket is back already, with the reason.
      if (own !== undefined && this.refused().has(ticket.id)) return;
      this.take(await this.bringBack(ticket));
      this.welcomeBack(ticket);
    } catch (error) {
      if (error instanceof WishRefused) this.refuseRecall(ticket, error);
    } finally {
      this.returning.delete(ticket.id);
    }
  }

  /** Just after the bump every line becomes what it was; later the ticket is recalled, as something to be made again. */
  private async bringBack(ticket: TicketView): Promise<TicketView> {
    const known = this.feed.tickets().get(ticket.id);
    const bumpedMs = Date.parse(known?.readyAt ?? '');
    if (this.feed.picture.now() - bumpedMs < (BUMP_UNDO_SECONDS - 2) * 1000) {
      const undone = await this.outbox.send(this.wish(ticket, 'undo-bump', {})).answer.catch(() => null);
      if (undone !== null) return undone.ticket;
    }
    return (await this.outbox.send(this.wish(ticket, 'recall', {})).answer).ticket;
  }

  /** The last bumped ticket; pressed again, the one before it. */
  async recallLast(stationId: string | null): Promise<void> {
    const leaving = [...this.departures.all().values()].map(({ ticket }) => ticket).reverse();
    const next = [...leaving, ...this.bumped()].find(({ id }) => !this.returning.has(id));
    if (next !== undefined) return this.recall(next);
    await this.loadBumped(stationId).catch(() => undefined);
    const known = this.bumped().find(({ id }) => !this.returning.has(id));
    if (known !== undefined) await this.recall(known);
  }

  /** Fetches the tickets that were bumped before this screen was opened. Throws an ApiProblem. */
  async loadBumped(stationId: string | null): Promise<void> {
    const locationId = this.place.locationId();
    if (locationId === null) return;
    const { tickets } = await this.api.recallable(locationId, stationId);
    for (const ticket of tickets) this.feed.take(ticket);
  }

  private send(ticket: TicketView, command: CookWish['command'], facts: WishFacts = {}): void {
    if (this.running.has(ticket.id) || !this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.post(ticket, command, facts);
  }

  /** Nobody begins what waits for its sign, or what a guest may be allergic to before having read it. */
  private mustWait(ticket: TicketView): boolean {
    const known = this.feed.tickets().get(ticket.id) ?? ticket;
    if (known.state === 'held') {
      this.blame(ticket.id, titleOf(ticket), REFUSAL_TEXTS.onHold);
      return true;
    }
    if (!known.awaits.includes('allergy') || this.running.has(ticket.id)) return false;
    this.blame(ticket.id, titleOf(ticket), REFUSAL_TEXTS.allergyUnread);
    return true;
  }

  private mayCook(ticket: TicketView): boolean {
    if (this.place.mayCook()) return true;
    this.blame(ticket.id, titleOf(ticket), REFUSAL_TEXTS.forbidden);
    return false;
  }

  private wish(ticket: TicketView, command: CookWish['command'], facts: WishFacts) {
    const locationId = this.place.locationId() ?? '';
    return { locationId, ticketId: ticket.id, title: titleOf(ticket), command, ...facts };
  }

  private post(ticket: TicketView, command: CookWish['command'], facts: WishFacts): void {
    this.follow(this.outbox.send(this.wish(ticket, command, facts)));
  }

  /** Until the answer is there: a line stays struck, and nobody sends the same twice. */
  private follow({ wish, answer }: Posted): void {
    const { ticketId, lineId, command } = wish;
    const strikes = command === 'finish-line' && lineId !== undefined;
    if (strikes) this.striking.update((lines) => new Set([...lines, lineId]));
    const isLast = (): boolean => this.running.get(ticketId) === done;
    const done: Promise<void> = answer.then(
      ({ ticket }) => this.settle(ticket, isLast()),
      (error: unknown) => this.giveBack(wish, error, isLast()),
    );
    this.running.set(ticketId, done);
    void done.finally(() => {
      if (strikes) this.striking.update((lines) => new Set([...lines].filter((id) => id !== lineId)));
      if (isLast()) this.running.delete(ticketId);
    });
  }

  /** What this screen has done itself it need not see first: a card may be pressed before it is drawn anew. */
  private seenOf({ id, version }: TicketView): number {
    return Math.max(version, this.made.get(id) ?? 0);
  }

  private take(ticket: TicketView): void {
    this.made.set(ticket.id, ticket.version);
    this.feed.take(ticket);
  }

  private settle(ticket: TicketView, isLast: boolean): void {
    this.take(ticket);
    if (ticket.state === 'ready') this.departures.settle(ticket.id);
    else if (isLast) this.departures.end(ticket.id);
  }

  private async giveBack(wish: CookWish, error: unknown, isLast: boolean): Promise<void> {
    const { ticketId, title } = wish;
    if (error instanceof WishWithdrawn) return error.perhapsDone ? this.undoIfDone(wish) : undefined;
    if (!(error instanceof WishRefused)) throw error;
    if (error.repeated && (await this.isDoneAlready(wish))) return this.departures.settle(ticketId);
    if (isLast) this.departures.end(ticketId);
    this.blame(ticketId, title, refusalWords(error.problem, this.feed.tickets().get(ticketId)?.state));
  }

  /** A wish whose first answer was lost is refused the second time because it has had its effect. */
  private async isDoneAlready({ locationId, ticketId, command, lineId }: CookWish): Promise<boolean> {
    const board = await this.api.board(locationId, null).catch(() => null);
    const ticket = board?.tickets.find(({ id }) => id === ticketId);
    if (board === null) return false;
    if (ticket === undefined || command === 'bump' || command === 'acknowledge') return ticket === undefined;
    this.feed.take(ticket);
    if (command === 'start') return ticket.state === 'started';
    return ticket.lines.some(({ id, state }) => id === lineId && state === 'ready');
  }

  private async undoIfDone({ locationId, ticketId, title }: CookWish): Promise<void> {
    const recall = { locationId, ticketId, title, command: 'recall' as const };
    await this.outbox.send(recall).answer.then(
      ({ ticket }) => this.feed.take(ticket),
      () => undefined,
    );
  }

  private welcomeBack(ticket: TicketView): void {
    this.departures.end(ticket.id);
    this.announcer.polite(TICKET_TEXTS.returned(titleOf(ticket)));
  }

  private refuseRecall(ticket: TicketView, { problem }: WishRefused): void {
    const reason = refusalWords(problem, this.feed.tickets().get(ticket.id)?.state ?? 'handed');
    this.departures.refuse(ticket, reason);
    this.announcer.assertive(TICKET_TEXTS.saidFailed(titleOf(ticket), reason));
  }

  private tellWhoBumped(ticket: TicketView, before: TicketView | undefined, actor: string): void {
    const foreign = actor !== this.place.staffName();
    if (this.departures.all().has(ticket.id)) {
      if (foreign) this.departures.creditTo(ticket.id, actor);
    } else if (before !== undefined && before.state !== 'ready' && !this.running.has(ticket.id)) {
      this.departures.begin(before, { by: actor, sending: false });
      this.announcer.polite(TICKET_TEXTS.saidBumpedBy(titleOf(ticket), actor));
    }
  }

  private blame(ticketId: string, title: string, reason: string): void {
    this.refused.update((failures) => new Map(failures).set(ticketId, reason));
    this.announcer.assertive(TICKET_TEXTS.saidFailed(title, reason));
  }

  private forgive(ticketId: string): void {
    if (!this.refused().has(ticketId)) return;
    this.refused.update((failures) => new Map([...failures].filter(([id]) => id !== ticketId)));
  }
}

function mustBeAnswered({ withdrawal }: TicketLineView): boolean {
  const begun = withdrawal?.before === 'started' || withdrawal?.before === 'ready';
  return begun && withdrawal.answer === undefined;
}
