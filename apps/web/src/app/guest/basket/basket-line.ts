import { LIMITS, type BasketLine, type OptionChoice } from '@comanda/shared';

/** A line on this device: what the API wants to know, and an id so that the screen can follow it. */
export interface StoredLine extends Omit<BasketLine, 'agreedUnitPriceMinor'> {
  readonly id: string;
  /** What one of it cost, options included, when the guest last saw and accepted it. */
  readonly seenMinor?: number;
}

/** What a guest chose, before it is in the basket. */
export type NewLine = Omit<StoredLine, 'id'>;

/** Two lines are one when everything but the quantity is the same. */
export function sameDish(a: NewLine, b: NewLine): boolean {
  return signatureOf(a) === signatureOf(b);
}

function signatureOf({ itemId, variantId, options, note }: NewLine): string {
  return JSON.stringify([itemId, variantId ?? '', signatureOfChoices(options ?? []), note ?? '']);
}

function signatureOfChoices(choices: readonly OptionChoice[]): string[] {
  return choices
    .map(({ groupId, optionId, quantity = 1, options = [] }) =>
      JSON.stringify([groupId, optionId, quantity, signatureOfChoices(options)]),
    )
    .sort();
}

/** For the API: without what only this device needs. */
export function toBasketLine({ id: _id, seenMinor: _seen, ...line }: StoredLine): BasketLine {
  return line;
}

/** Storage can be old or edited by hand: lines that are none are left out. */
export function readLines(stored: unknown): StoredLine[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry) => readLine(entry) ?? []).slice(0, LIMITS.basketLines);
}

function readLine(entry: unknown): StoredLine | null {
  if (!isRecord(entry)) return null;
  const { id, itemId, variantId, quantity, options, note, seenMinor, guestName } = entry;
  if (typeof id !== 'string' || typeof itemId !== 'string' || !isCount(quantity)) return null;
  return {
    id,
    itemId,
    quantity: Math.min(quantity, LIMITS.lineQuantity),
    ...(typeof variantId === 'string' ? { variantId } : {}),
    ...(typeof seenMinor === 'number' ? { seenMinor } : {}),
    ...(Array.isArray(options) ? { options: readChoices(options) } : {}),
    ...(typeof guestName === 'string' ? { guestName: guestName.slice(0, LIMITS.guestNameLength) } : {}),
    ...(typeof note === 'string' && note !== '' ? { note: note.slice(0, LIMITS.lineNoteLength) } : {}),
  };
}

function readChoices(entries: readonly unknown[]): OptionChoice[] {
  return entries.flatMap((entry) => {
    if (!isRecord(entry)) return [];
    const { groupId, optionId, quantity, options } = entry;
    if (typeof groupId !== 'string' || typeof optionId !== 'string') return [];
    return {
      groupId,
      optionId,
      ...(isCount(quantity) ? { quantity } : {}),
      ...(Array.isArray(options) ? { options: readChoices(options) } : {}),
    };
  });
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
