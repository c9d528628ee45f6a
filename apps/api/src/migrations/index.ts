import { GroupBaskets1796086400000 as GroupBasketsOnMysql } from './mysql/group-baskets-1796086400000.js';
import { GuestAccounts1796093566620 as GuestAccountsOnMysql } from './mysql/guest-accounts-1796093566620.js';
import { InitialSchema1795590766334 as InitialSchemaOnMysql } from './mysql/initial-schema-1795590766334.js';
import { KitchenDay1795616225300 as KitchenDayOnMysql } from './mysql/kitchen-day-1795616225300.js';
import { KitchenDevices1795620000000 as KitchenDevicesOnMysql } from './mysql/kitchen-devices-1795620000000.js';
import { OrderTimes1796082887856 as OrderTimesOnMysql } from './mysql/order-times-1796082887856.js';
import { PairingCodes1796084700000 as PairingCodesOnMysql } from './mysql/pairing-codes-1796084700000.js';
import { Photos1796093321907 as PhotosOnMysql } from './mysql/photos-1796093321907.js';
import { Push1796096612108 as PushOnMysql } from './mysql/push-1796096612108.js';
import { Cutlery1796108071000 as CutleryOnMysql } from './mysql/cutlery-1796108071000.js';
import { EmailChanges1796123000000 as EmailChangesOnMysql } from './mysql/email-changes-1796123000000.js';
import { KeysByTime1796142600000 as KeysByTimeOnMysql } from './mysql/keys-by-time-1796142600000.js';
import { SlotHoldsUsed1796124000000 as SlotHoldsUsedOnMysql } from './mysql/slot-holds-used-1796124000000.js';
import { SlotHolds1796109000000 as SlotHoldsOnMysql } from './mysql/slot-holds-1796109000000.js';
import { ReplayCount1795601784402 as ReplayCountOnMysql } from './mysql/replay-count-1795601784402.js';
import { Sittings1796084338000 as SittingsOnMysql } from './mysql/sittings-1796084338000.js';
import { Stock1795615468057 as StockOnMysql } from './mysql/stock-1795615468057.js';
import { GroupBaskets1796086400000 as GroupBasketsOnSqlite } from './sqlite/group-baskets-1796086400000.js';
import { GuestAccounts1796093566620 as GuestAccountsOnSqlite } from './sqlite/guest-accounts-1796093566620.js';
import { InitialSchema1795590766334 as InitialSchemaOnSqlite } from './sqlite/initial-schema-1795590766334.js';
import { KitchenDay1795616225300 as KitchenDayOnSqlite } from './sqlite/kitchen-day-1795616225300.js';
import { KitchenDevices1795620000000 as KitchenDevicesOnSqlite } from './sqlite/kitchen-devices-1795620000000.js';
import { OrderTimes1796082887856 as OrderTimesOnSqlite } from './sqlite/order-times-1796082887856.js';
import { PairingCodes1796084700000 as PairingCodesOnSqlite } from './sqlite/pairing-codes-1796084700000.js';
import { Photos1796093321907 as PhotosOnSqlite } from './sqlite/photos-1796093321907.js';
import { Push1796096612108 as PushOnSqlite } from './sqlite/push-1796096612108.js';
import { Cutlery1796108071000 as CutleryOnSqlite } from './sqlite/cutlery-1796108071000.js';
import { EmailChanges1796123000000 as EmailChangesOnSqlite } from './sqlite/email-changes-1796123000000.js';
import { KeysByTime1796142600000 as KeysByTimeOnSqlite } from './sqlite/keys-by-time-1796142600000.js';
import { SlotHoldsUsed1796124000000 as SlotHoldsUsedOnSqlite } from './sqlite/slot-holds-used-1796124000000.js';
import { SlotHolds1796109000000 as SlotHoldsOnSqlite } from './sqlite/slot-holds-1796109000000.js';
import { ReplayCount1795601784402 as ReplayCountOnSqlite } from './sqlite/replay-count-1795601784402.js';
import { Sittings1796084338000 as SittingsOnSqlite } from './sqlite/sittings-1796084338000.js';
import { Stock1795615468057 as StockOnSqlite } from './sqlite/stock-1795615468057.js';

/** In the order in which they run. Made by `npm run migration:generate`. */
export const migrations = {
  sqlite: [
    InitialSchemaOnSqlite,
    ReplayCountOnSqlite,
    StockOnSqlite,
    KitchenDayOnSqlite,
    KitchenDevicesOnSqlite,
    OrderTimesOnSqlite,
    SittingsOnSqlite,
    PairingCodesOnSqlite,
    GroupBasketsOnSqlite,
    PhotosOnSqlite,
    GuestAccountsOnSqlite,
    PushOnSqlite,
    CutleryOnSqlite,
    SlotHoldsOnSqlite,
    EmailChangesOnSqlite,
    SlotHoldsUsedOnSqlite,
    KeysByTimeOnSqlite,
  ],
  mysql: [
    InitialSchemaOnMysql,
    ReplayCountOnMysql,
    StockOnMysql,
    KitchenDayOnMysql,
    KitchenDevicesOnMysql,
    OrderTimesOnMysql,
    SittingsOnMysql,
    PairingCodesOnMysql,
    GroupBasketsOnMysql,
    PhotosOnMysql,
    GuestAccountsOnMysql,
    PushOnMysql,
    CutleryOnMysql,
    SlotHoldsOnMysql,
    EmailChangesOnMysql,
    SlotHoldsUsedOnMysql,
    KeysByTimeOnMysql,
  ],
};
