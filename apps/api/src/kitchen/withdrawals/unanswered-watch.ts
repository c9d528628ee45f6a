import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Rounds } from '../../platform/clock/index.js';
import { Unanswered } from './unanswered.js';

/** Looks every few seconds whether a cook's answer is overdue. */
@Injectable()
export class UnansweredWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #rounds = new Rounds({
    name: UnansweredWatch.name,
    everyMs: 5000,
    missed: 'Nobody looked which answers of cooks are overdue.',
  });

  constructor(private readonly unanswered: Unanswered) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.unanswered.escalateAll());
  }

  onModuleDestroy(): void {
    this.#rounds.end();
  }
}
