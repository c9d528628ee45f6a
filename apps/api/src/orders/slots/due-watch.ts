import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Rounds } from '../../platform/clock/index.js';
import { DueOrders } from './due-orders.js';

/** Looks every few seconds whether the time of an order has come. */
@Injectable()
export class DueWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #rounds = new Rounds({ name: DueWatch.name, everyMs: 5000, missed: 'Nobody looked which orders are due.' });

  constructor(private readonly due: DueOrders) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.due.fireAll());
  }

  onModuleDestroy(): void {
    this.#rounds.end();
  }
}
