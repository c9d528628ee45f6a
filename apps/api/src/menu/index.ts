export { AvailabilityStore } from './availability-store.js';
export { MenuEditing } from './menu-editing.js';
export { MenuImport } from './menu-import.js';
export { MenuModule } from './menu.module.js';
export { MenuStore } from './menu-store.js';
export type { CurrentMenu } from './menu-store.js';
export type { Portions } from './portions.js';
