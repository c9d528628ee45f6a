/** The key with which a browser subscribes to our messages (VAPID, RFC 8292), base64url. */
export interface PushKeyView {
  readonly publicKey: string;
}

/** What a browser says of its subscription. */
export interface PushSubscriptionRequest {
  /** At the push service of the browser. */
  readonly endpoint: string;
  /** Its keys as base64url: a point of P-256, uncompressed, and sixteen bytes. */
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushSubscriptionView {
  readonly id: string;
}

/** What a guest wants to hear of an order while the page is closed. */
export type OrderNews = 'accepted' | 'ready' | 'on-the-way' | 'rejected' | 'cancelled';

/** What the site's worker gets, encrypted for it alone; it has the words in the guest's language itself. */
export interface PushMessage {
  readonly news: OrderNews;
  readonly number: number;
  readonly restaurant: string;
  readonly trackingToken: string;
}
