export { InstallationModule } from './installation.module.js';
export { OperatorDesk } from './operator-desk.js';
