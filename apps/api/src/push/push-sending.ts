import { Injectable, Logger } from '@nestjs/common';
import type { PushMessage } from '@comanda/shared';
import { PushKeys } from './push-keys.js';
import type { PushSubscriptionEntity } from './push-subscription.entity.js';

const LONGEST_MS = 10_000;
/** Whoever is out of reach for longer has had the meal. */
const KEPT_SECONDS = 3600;
/** Sends messages to devices, each encrypted for its device alone (RFC 8291). */
@Injectable()
export class PushSending {
  readonly #logger = new Logger('push');

  constructor(private readonly keys: PushKeys) {}

  /** False when the device does not want any more: it was unsubscribed, or never was a sound one. */
  async send(to: PushSubscriptionEntity, message: PushMessage): Promise<boolean> {
    const status = await this.#post(to, message).catch((error: unknown) => {
      this.#logger.warn(`A message about an order was not delivered. ${String(error)}`);
      return 0;
    });
    if (status >= 400)
      this.#logger.debug(`The push service at ${new URL(to.endpoint).host} answered ${String(status)}.`);
    return status !== 400 && status !== 403 && status !== 404 && status !== 410;
  }

  async #post(to: PushSubscriptionEntity, message: PushMessage): Promise<number> {
    const { publicKey, privateKey, subject } = await this.keys.get();
    const subscription = { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } };
    const { default: webPush } = await import('web-push');
    const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(message), {
      vapidDetails: { subject, publicKey, privateKey },
      TTL: KEPT_SECONDS,
      urgency: 'high',
    });
    const { status } = await fetch(to.endpoint, {
      method: 'POST',
      headers: withoutLength(headers),
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    return status;
  }
}

/** It follows from the body. */
function withoutLength(headers: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    name.toLowerCase() === 'content-length' ? [] : [[name, String(value)]],
  );
}
