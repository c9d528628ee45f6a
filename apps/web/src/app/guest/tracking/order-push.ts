import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { OrderNews, PushKeyView, PushSubscriptionView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { ASK, PublicApi } from '../../core/api/public-api';
import { DeviceStorage } from '../../core/device/device-storage';

/** Where the site's worker finds the words of its messages; see public/guest-worker.js. */
const WORDS = 'comanda-push';

/** What the guest reads on the lock screen. */
const TITLES: Readonly<Record<OrderNews, string>> = {
  accepted: $localize`:@@guest.push.accepted:The restaurant has your order`,
  ready: $localize`:@@guest.push.ready:Your order is ready`,
  'on-the-way': $localize`:@@guest.push.onTheWay:Your order is on its way`,
  rejected: $localize`:@@guest.push.rejected:The restaurant could not take your order`,
  cancelled: $localize`:@@guest.push.cancelled:Your order was cancelled`,
};

/** Messages about one order to this device while the page is closed. Nothing is asked before the guest has tapped. */
@Injectable({ providedIn: 'root' })
export class OrderPush {
  private readonly api = inject(PublicApi);
  private readonly ask = inject(ASK);
  private readonly storage = inject(DeviceStorage).device;
  private readonly page = inject(DOCUMENT);

  /** Whether this device has said that it wants to hear of the order. */
  isOn(trackingToken: string): boolean {
    return this.storage.read(keyOf(trackingToken)) !== null && Notification.permission === 'granted';
  }

  /** False when the guest, or the browser for the guest, does not want. Throws when it could not be arranged. */
  async turnOn(trackingToken: string): Promise<boolean> {
    if ((await Notification.requestPermission()) !== 'granted') return false;
    const { publicKey } = await this.api.get<PushKeyView>(apiUrl('/push-key'), AbortSignal.timeout(10_000));
    await navigator.serviceWorker.register('/guest-worker.js', { scope: '/' });
    const { pushManager } = await navigator.serviceWorker.ready;
    const wish = { userVisibleOnly: true, applicationServerKey: publicKey };
    const { endpoint, keys } = (await pushManager.subscribe(wish)).toJSON();
    await this.leaveWords(trackingToken);
    const body = { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] };
    const url = `${apiUrl('/tracking', trackingToken)}/push-subscriptions`;
    const { id } = await this.api.post<PushSubscriptionView>(url, body);
    this.storage.write(keyOf(trackingToken), id);
    return true;
  }

  async turnOff(trackingToken: string): Promise<void> {
    const id = this.storage.read(keyOf(trackingToken));
    this.storage.remove(keyOf(trackingToken));
    if (typeof id !== 'string') return;
    await this.ask(apiUrl('/tracking', trackingToken, 'push-subscriptions', id), { method: 'DELETE' });
  }

  private async leaveWords(trackingToken: string): Promise<void> {
    const { lang, dir } = this.page.documentElement;
    const words = { titles: TITLES, page: this.page.location.pathname, lang, dir: dir || 'ltr' };
    const cache = await caches.open(WORDS);
    await cache.put(`/push-words/${trackingToken}`, Response.json(words));
  }
}

/** Only where the browser can, over https or on this machine, and where nobody has said no. */
export function canPush(): boolean {
  return (
    isSecureContext &&
    'serviceWorker' in navigator &&
    'PushManager' in window &&
    'Notification' in window &&
    Notification.permission !== 'denied'
  );
}

function keyOf(trackingToken: string): string {
  return `comanda.push.${trackingToken}`;
}
