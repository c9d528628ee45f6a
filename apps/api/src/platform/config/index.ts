export { readSettings, SettingsRefused } from './settings.js';
export type { Settings } from './settings.js';
export { startupSentence } from './startup-fault.js';
