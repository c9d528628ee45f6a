export { businessDateAt, momentAt } from './local-clock.js';
export type { DiningTable, Location, Station } from './location.js';
export { DeliveryAddressDto, DeliveryCheckDto } from './delivery-address.dto.js';
export { LocationDirectory } from './location-directory.js';
export { LocationSettingsDto } from './location.dto.js';
export { LocationSetup } from './location-setup.js';
export { LocationsModule } from './locations.module.js';
export { closedReasonAt, orderingAt } from './ordering-at.js';
export type { Ordering } from './ordering-at.js';
