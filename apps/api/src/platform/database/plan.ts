import { DIALECT } from './dialect.js';

// MySQL plans by counts that it takes of its tables now and then. In a restaurant's first evening they are of empty ones:
// to find three lines of a ticket it would read all there are. The busiest statements therefore say how they are meant.

/** After a table's name: its rows are found by this index. */
export function usingIndex(index: string): string {
  return DIALECT === 'mysql' ? ` FORCE INDEX (${index})` : '';
}

/** Joins what follows to each row of what comes before, never the other way round. */
export const FOR_EACH_JOIN = DIALECT === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN';
