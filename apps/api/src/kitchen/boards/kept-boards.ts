import { Injectable } from '@nestjs/common';
import type { BoardView } from '@comanda/shared';
import { EventReader } from '../../platform/events/index.js';
import { Boards } from './boards.js';

/** A board as it stood when its restaurant's feed had come to a position. */
interface Kept {
  readonly position: number;
  readonly tickets: string;
}

/** Boards on which nobody has looked for long go with all the others, to be written anew. */
const MOST = 500;

/**
 * Boards as they are sent, each written once for as long as nothing happens in its restaurant: whatever changes a ticket
 * is an event, so that the feed's position, asked each time, says whether a board still holds.
 */
@Injectable()
export class KeptBoards {
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly boards: Boards,
    private readonly events: EventReader,
  ) {}

  /** The JSON of a `BoardView`: the open tickets of a station, or of all of them. */
  async board(locationId: string, stationId?: string): Promise<string> {
    const name = JSON.stringify([locationId, stationId]);
    const position = await this.events.position(locationId);
    const known = this.#kept.get(name);
    if (known?.position === position) return toJson({ position, at: this.boards.now(), tickets: known.tickets });
    const board = await this.boards.board(locationId, stationId);
    const tickets = JSON.stringify(board.tickets);
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(name, { position: board.position, tickets });
    return toJson({ ...board, tickets });
  }
}

function toJson({ position, at, tickets }: Omit<BoardView, 'tickets'> & { readonly tickets: string }): string {
  return `{"position":${String(position)},"at":"${at}","tickets":${tickets}}`;
}
