/** What somebody outside knows of a request: it took effect, it was refused, or nobody answered. */
export type Outcome = 'ok' | 'refused' | 'unknown';

/** By guests, cooks, waiters and the office. */
export type CallKind =
  | 'place'
  | 'pay'
  | 'cancel'
  | 'withdraw'
  | 'bump'
  | 'recall'
  | 'refire'
  | 'acknowledge'
  | 'transfer'
  | 'merge'
  | 'settle'
  | 'free'
  | 'book';

/** One request as its caller saw it. Requests with one key ask for one effect. */
export interface Call {
  readonly kind: CallKind;
  readonly key: string;
  readonly outcome: Outcome;
  /** Of the answer to a placement; of a payment or a cancellation, what it is about. */
  readonly orderId?: string;
  /** What was bumped or made again. */
  readonly ticketId?: string;
  /** The dish that is not wanted any more. */
  readonly lineId?: string;
  /** Which guests were moved, merged into others, or left. */
  readonly sittingId?: string;
  readonly intoId?: string;
  /** What the answer said is to be paid; of a payment, what was paid. */
  readonly amountMinor?: number;
  /** Of an answer to a cook: which ticket it showed, and since when that is done. */
  readonly version?: number;
  readonly readyAt?: string;
  /** By how much the office changed what is on hand. */
  readonly quantityMilli?: number;
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
  /** Portions that it took of what is counted, less those that were never made and went back. */
  readonly portions: number;
  /** Portions of it that were made once more. */
  readonly portionsAgain: number;
  /** All lines of the ledger that name it together, for the ingredient that is counted. */
  readonly stockMilli?: number;
  /** A dish was taken off it after it was placed, so that it costs less than was answered. */
  readonly shortened: boolean;
  /** Its lines that are not made any more. */
  readonly cancelledLineIds: readonly string[];
  readonly sittingId?: string;
  readonly tableName?: string;
}

export interface TicketFact {
  readonly id: string;
  readonly orderId: string;
  readonly stationId: string;
  /** The kitchen is done with it. */
  readonly ready: boolean;
  readonly tableName?: string;
  readonly lines: readonly TicketLineFact[];
}

export interface TicketLineFact {
  readonly orderLineId: string;
  /** 1 as ordered; each time that it is made again adds one. */
  readonly revision: number;
  readonly again: boolean;
}

/** One stay of guests at a table. */
export interface SittingFact {
  readonly id: string;
  readonly tableName: string;
  readonly version: number;
  readonly open: boolean;
  readonly mergedIntoId?: string;
}

export interface EventFact {
  readonly position: number;
  readonly subjectId: string;
  readonly subjectKind: string;
  readonly seq: number;
  readonly type: string;
  /** Of events of tickets: the ticket as it was told. */
  readonly ticketId?: string;
  readonly ticketVersion?: number;
  readonly readyAt?: string;
}

export interface PaymentFact {
  readonly orderId: string;
  readonly amountMinor: number;
}

/** Of one ingredient, in thousandths of its unit. */
export interface LevelFact {
  readonly ingredientId: string;
  readonly onHandMilli: number;
  /** All lines of its ledger together. */
  readonly ledgerMilli: number;
}

/** What the office booked; the request wrote its key into it. */
export interface BookingFact {
  readonly key: string;
  readonly ingredientId: string;
  readonly quantityMilli: number;
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
  /** What a portion of what is counted takes from the stock; absent where nothing is counted. */
  readonly perPortionMilli?: number;
  readonly levels: readonly LevelFact[];
  readonly bookings: readonly BookingFact[];
  readonly sittings: readonly SittingFact[];
}
