export { limitRequestsInWork } from './admission.js';
export { askToReconnectWhileDraining, stopOnSignals } from './graceful-stop.js';
