/** What a single key means on a board. */
export type BoardKey =
  | { readonly does: 'press' }
  | { readonly does: 'bump'; readonly slot: number }
  | { readonly does: 'move' | 'step'; readonly by: 1 | -1 }
  | {
      readonly does: 'start' | 'recall-last' | 'recall-list' | 'close-up' | 'mute' | 'help' | 'all-day' | 'sold-out';
    };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const NAMED: Readonly<Record<string, BoardKey>> = {
  arrowleft: { does: 'move', by: -1 },
  arrowright: { does: 'move', by: 1 },
  arrowup: { does: 'step', by: -1 },
  arrowdown: { does: 'step', by: 1 },
  b: { does: 'start' },
  'shift+r': { does: 'recall-list' },
  c: { does: 'close-up' },
  m: { does: 'mute' },
  a: { does: 'all-day' },
  s: { does: 'sold-out' },
  '?': { does: 'help' },
};

/** Null: no key of ours, the browser's business. `key`: what the pressed key means at this screen. */
export function boardKeyOf(
  { shiftKey, ctrlKey, altKey, metaKey, ...pressed }: Pressed,
  key = pressed.key,
): BoardKey | null {
  if (ctrlKey || altKey || metaKey) return null;
  // The browser's own key already does it; a bar's may be told to.
  if (key === 'enter' && key !== pressed.key) return { does: 'press' };
  if (/^\d$/.test(key)) return { does: 'bump', slot: (Number(key) + 9) % 10 };
  const name = key.toLowerCase();
  if (name === 'r') return { does: shiftKey ? 'recall-list' : 'recall-last' };
  return NAMED[name] ?? null;
}

/** The key that bumps a slot. */
export function keyOfSlot(index: number): string {
  return index < 10 ? String((index + 1) % 10) : '';
}
