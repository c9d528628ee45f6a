import type { PushSubscriptionRequest } from '@comanda/shared';
import { StringField } from '../platform/http/index.js';

export class PushSubscriptionDto implements PushSubscriptionRequest {
  @StringField({ min: 1, max: 1000, example: 'https://fcm.googleapis.com/fcm/send/dQw4w9WgXcQ' })
  endpoint!: string;

  @StringField({
    min: 87,
    max: 88,
    pattern: /^[\w-]+=?$/,
    example: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
  })
  p256dh!: string;

  @StringField({ min: 22, max: 24, pattern: /^[\w-]+=*$/, example: 'tBHItJI5svbpez7KI4CCXg' })
  auth!: string;
}
