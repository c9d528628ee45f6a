import type { SittingEntity } from './sitting.entity.js';
import type { TableCallEntity } from './table-call.entity.js';

/** As the modules behind this one see them; instants in milliseconds. */
export type Sitting = SittingEntity;
export type TableCall = TableCallEntity;
