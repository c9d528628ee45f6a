import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Rounds } from '../../platform/clock/index.js';
import { ScreenBeats } from './screen-beats.js';

/** Looks every few seconds which screens were heard. */
@Injectable()
export class ScreenWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #rounds = new Rounds({
    name: ScreenWatch.name,
    everyMs: 2500,
    missed: 'Nobody looked which screens are silent.',
  });

  constructor(private readonly beats: ScreenBeats) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.beats.look());
  }

  onModuleDestroy(): void {
    this.#rounds.end();
  }
}
