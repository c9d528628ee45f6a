export { daysOpen, isLeftBehind } from './domain/left-behind.js';
export { LockedSeats, Seating } from './seating.js';
export { SeatingModule } from './seating.module.js';
export { requireOpen, SittingBook } from './sitting-book.js';
export type { ExpectedSitting } from './sitting-book.js';
export { SittingReading } from './sitting-reading.js';
export type { SittingWithCalls } from './sitting-reading.js';
export type { Sitting, TableCall } from './sitting.js';
export { TableCalls } from './table-calls.js';
