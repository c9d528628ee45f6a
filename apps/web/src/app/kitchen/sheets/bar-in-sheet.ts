import type { BoardKey } from '../board/board-keys';

/** A bump bar has neither Tab nor Enter: its arrows go through what can be pressed in the open sheet, and press it. */
export function carryOutInSheet(key: BoardKey): boolean {
  if (key.does === 'press') pressFocused();
  else if (key.does === 'step' || key.does === 'move') stepInSheet(key.by);
  else return false;
  return true;
}

export function pressFocused(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.click();
}

function stepInSheet(by: 1 | -1): void {
  const all = document.querySelectorAll<HTMLElement>('dialog[open] :is(button, input, select, a[href]):not(:disabled)');
  const shown = [...all].filter((each) => each.checkVisibility());
  const now = shown.findIndex((each) => each === document.activeElement);
  shown[Math.min(shown.length - 1, Math.max(0, now + by))]?.focus();
}
