import { Injectable } from '@nestjs/common';

/** The time, as a port: tests set it. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number {
    return Date.now();
  }
}
