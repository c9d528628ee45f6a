import { KitchenDeviceEntity } from './accounts/devices/kitchen-device.entity.js';
import { PairingCodeEntity } from './accounts/devices/pairing-code.entity.js';
import { StaffAccountEntity } from './accounts/staff-account.entity.js';
import { StaffSessionEntity } from './accounts/staff-session.entity.js';
import { GroupBasketEntity } from './group-baskets/group-basket.entity.js';
import { GroupPersonEntity } from './group-baskets/group-person.entity.js';
import { GuestAccountEntity } from './guests/account/guest-account.entity.js';
import { GuestAddressEntity } from './guests/addresses/guest-address.entity.js';
import { EmailChangeEntity } from './guests/email/email-change.entity.js';
import { GuestSessionEntity } from './guests/login/guest-session.entity.js';
import { LoginLinkEntity } from './guests/login/login-link.entity.js';
import { GuestOrderEntity } from './guests/orders/guest-order.entity.js';
import { PasskeyChallengeEntity } from './guests/passkeys/passkey-challenge.entity.js';
import { PasskeyEntity } from './guests/passkeys/passkey.entity.js';
import { StockLevelEntity } from './inventory/stock-level.entity.js';
import { StockMovementEntity } from './inventory/stock-movement.entity.js';
import { TicketLineEntity } from './kitchen/ticket/ticket-line.entity.js';
import { TicketEntity } from './kitchen/ticket/ticket.entity.js';
import { DiningTableEntity } from './locations/dining-table.entity.js';
import { LocationEntity } from './locations/location.entity.js';
import { StationEntity } from './locations/station.entity.js';
import { TaxRuleEntity } from './locations/tax-rule.entity.js';
import { CountdownEntity } from './menu/countdown.entity.js';
import { MenuHeadEntity } from './menu/menu-head.entity.js';
import { MenuRevisionEntity } from './menu/menu-revision.entity.js';
import { PhotoCutEntity } from './menu/photos/photo-cut.entity.js';
import { PhotoUseEntity } from './menu/photos/photo-use.entity.js';
import { PhotoEntity } from './menu/photos/photo.entity.js';
import { SuspensionEntity } from './menu/suspension.entity.js';
import { migrations } from './migrations/index.js';
import { OrderCounterEntity } from './orders/order-counter.entity.js';
import { OrderLineEntity } from './orders/order-line.entity.js';
import { SlotHoldEntity } from './orders/slots/slot-hold.entity.js';
import { OrderEntity } from './orders/order.entity.js';
import { PaymentEntity } from './orders/payment.entity.js';
import { PushKeyEntity } from './push/push-key.entity.js';
import { PushSubscriptionEntity } from './push/push-subscription.entity.js';
import { SittingEntity } from './seating/sitting.entity.js';
import { TableCallEntity } from './seating/table-call.entity.js';
import type { Schema } from './platform/database/index.js';
import { EventEntity, FeedEntity } from './platform/events/index.js';
import { OutboxLetterEntity } from './platform/mail/index.js';
import { IdempotencyKeyEntity } from './platform/http/idempotency/idempotency-key.entity.js';

/** Every table, and the migrations that make them on each database. */
export const SCHEMA: Schema = {
  entities: [
    CountdownEntity,
    DiningTableEntity,
    EmailChangeEntity,
    EventEntity,
    FeedEntity,
    GroupBasketEntity,
    GroupPersonEntity,
    GuestAccountEntity,
    GuestAddressEntity,
    GuestOrderEntity,
    GuestSessionEntity,
    IdempotencyKeyEntity,
    KitchenDeviceEntity,
    LocationEntity,
    LoginLinkEntity,
    MenuHeadEntity,
    MenuRevisionEntity,
    OrderCounterEntity,
    OrderEntity,
    OrderLineEntity,
    OutboxLetterEntity,
    PairingCodeEntity,
    PasskeyChallengeEntity,
    PasskeyEntity,
    PaymentEntity,
    PhotoCutEntity,
    PhotoEntity,
    PhotoUseEntity,
    PushKeyEntity,
    PushSubscriptionEntity,
    SittingEntity,
    StaffAccountEntity,
    StaffSessionEntity,
    SlotHoldEntity,
    StationEntity,
    StockLevelEntity,
    StockMovementEntity,
    SuspensionEntity,
    TableCallEntity,
    TaxRuleEntity,
    TicketEntity,
    TicketLineEntity,
  ],
  migrations,
};
