import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { LIMITS } from '@comanda/shared';
import { DomainError } from './domain-error.js';

/** Refuses a body that nests deeper than any request of ours, before a check that recurses sees it. */
@Injectable()
export class DepthPipe implements PipeTransform {
  transform(value: unknown): unknown {
    if (deeperThan(value, LIMITS.jsonDepth)) {
      throw new DomainError(
        'unreadable_body',
        `The body is nested too deeply; ${String(LIMITS.jsonDepth)} levels are the most.`,
      );
    }
    return value;
  }
}

/** Looks level by level, without recursion. */
function deeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (isContainer(each) ? Object.values(each).filter(isContainer) : []));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}
