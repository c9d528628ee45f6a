import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { OrderHooks } from './order-hooks.js';
import type { SettledTurn } from './order.js';
import { Provisions } from './provisions.js';

/** What becomes of dishes that are not wanted any more: those not made go back on sale, those made are waste. */
@Injectable()
export class Settling {
  constructor(
    private readonly provisions: Provisions,
    private readonly hooks: OrderHooks,
  ) {}

  /** Each dish is settled once, with its options, as soon as somebody has said whether it was made. */
  async settle(tx: Tx, turn: SettledTurn): Promise<void> {
    if (turn.lines.length === 0) return;
    await this.provisions.giveBack(tx, turn);
    await this.hooks.run('settled', tx, turn);
  }
}
