/** Facts of the append-only event log. */
export const EVENT_TYPES = [
  'order.placed',
  'order.accepted',
  'order.scheduled',
  'order.rejected',
  'order.fired',
  'order.ready',
  'order.cooking-resumed',
  'order.dispatched',
  'order.completed',
  'order.cancelled',
  'payment.recorded',
  'refund.recorded',
  'order.changed',
  'order.escalated',
  'order.moved',
  'order.forgotten',
  'ticket.fired',
  'ticket.course-fired',
  'ticket.allergy-acknowledged',
  'ticket.started',
  'ticket-line.started',
  'ticket-line.ready',
  'ticket-line.reopened',
  'ticket-line.refired',
  'ticket-line.handed-over',
  'ticket.ready',
  'ticket.bump-undone',
  'ticket.recalled',
  'ticket.rushed',
  'ticket.withdrawn',
  'ticket.changed',
  'ticket.acknowledged',
  'ticket.escalated',
  'ticket.handed-over',
  'ticket.moved',
  'menu.published',
  'availability.changed',
  'location.changed',
  'stock.changed',
  'sitting.opened',
  'sitting.moved',
  'sitting.merged',
  'sitting.closed',
  'call.made',
  'call.acknowledged',
  'screen.paired',
  'screen.unpaired',
  'screen.opened',
  'screen.closed',
  'screen.silent',
  'screen.heard',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const SUBJECT_KINDS = ['order', 'menu', 'availability', 'location', 'stock', 'sitting', 'screen'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface EventView {
  /** Place in the location's feed: 1, 2, 3 ... without gaps, in the order of the commits. */
  readonly position: number;
  readonly type: EventType;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** Place among the events of the subject: 1, 2, 3 ... without gaps. An order's is its version. */
  readonly seq: number;
  readonly at: string;
  /** `guest`, `system` or the staff member's name. */
  readonly actor: string;
  /** Ticket events carry `{ ticket: TicketView }`, order events `{ order: OrderSummaryView }`, those of a sitting
   * `{ sitting: SittingFact }`, others what changed. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What guests hear of an event: that it happened. */
export type PublicEventView = Pick<EventView, 'position' | 'type' | 'at' | 'seq'>;
