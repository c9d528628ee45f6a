/** What somebody outside knows of a request: it took effect, it was refused, or nobody answered. */
export type Outcome = 'ok' | 'refused' | 'unknown';

/** One request as its caller saw it. Requests with one key ask for one effect. */
export interface Call {
  readonly kind: 'place' | 'pay' | 'cancel' | 'bump';
  readonly key: string;
  readonly outcome: Outcome;
  /** Of the answer to a placement; of a payment or a cancellation, what it is about. */
  readonly orderId?: string;
  /** What was bumped. */
  readonly ticketId?: string;
  /** What the answer said is to be paid; of a payment, what was paid. */
  readonly amountMinor?: number;
}

export interface OrderFact {
  readonly id: string;
  /** The key of the request that asked for it; the request wrote it into the order. */
  readonly key: string;
  readonly businessDate: string;
  readonly number: number;
  readonly version: number;
  readonly cancelled: boolean;
  readonly totalMinor: number;
  /** What its lines and the tip add up to. */
  readonly linesMinor: number;
  readonly paidMinor: number;
  readonly ticketCount: number;
  /** Portions that it took of what is counted. */
  readonly portions: number;
}

export interface TicketFact {
  readonly id: string;
  readonly orderId: string;
  readonly stationId: string;
  /** The kitchen is done with it. */
  readonly ready: boolean;
}

export interface EventFact {
  readonly position: number;
  readonly subjectId: string;
  readonly subjectKind: string;
  readonly seq: number;
  readonly type: string;
  /** Of `ticket.fired`. */
  readonly ticketId?: string;
}

export interface PaymentFact {
  readonly orderId: string;
  readonly amountMinor: number;
}

/** An ingredient of the dish whose portions are counted, in thousandths of its unit. */
export interface StockFact {
  readonly receivedMilli: number;
  readonly perPortionMilli: number;
  readonly onHandMilli: number;
  /** All lines of its ledger together. */
  readonly ledgerMilli: number;
}

/** What the database holds of one restaurant when all is quiet again. */
export interface Facts {
  readonly orders: readonly OrderFact[];
  readonly tickets: readonly TicketFact[];
  readonly events: readonly EventFact[];
  readonly payments: readonly PaymentFact[];
  /** The last position that the feed has given out. */
  readonly feedPosition: number;
  readonly portions: { readonly atFirst: number; readonly left: number };
  readonly stock?: StockFact;
}
