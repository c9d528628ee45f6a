import { Injector, type Signal, afterNextRender, effect, inject } from '@angular/core';

/**
 * Keeps the focus at the slot in which it was when the ticket there is drawn anew or leaves. Slots carry `data-slot`
 * and can take the focus themselves.
 */
export class SlotFocus {
  private readonly injector = inject(Injector);
  private index: string | null = null;

  constructor(
    private readonly board: () => HTMLElement | undefined,
    changes: Signal<unknown>,
  ) {
    effect(() => {
      changes();
      afterNextRender({ read: () => this.restore() }, { injector: this.injector });
    });
  }

  /** The focus came to something on the board, or left it for good. */
  note(target: EventTarget | null): void {
    this.index = slotOf(target)?.dataset['slot'] ?? null;
  }

  /** The slot in which the focus is. */
  current(): number | null {
    return this.index === null ? null : Number(this.index);
  }

  /** To the ticket before or after, slots without a ticket left out. */
  move(by: 1 | -1): void {
    const slots = this.slots().filter((slot) => buttonsIn(slot).length > 0);
    const now = slots.findIndex((slot) => slot.dataset['slot'] === this.index);
    const next = now < 0 ? 0 : (now + by + slots.length) % slots.length;
    focusOn(slots[next]);
  }

  /** To the button above or below in the same ticket. */
  step(by: 1 | -1): void {
    const slot = slotOf(document.activeElement);
    if (slot === null) return this.move(1);
    const buttons = buttonsIn(slot);
    const now = buttons.findIndex((button) => button === document.activeElement);
    const next = buttons[Math.min(buttons.length - 1, Math.max(0, now + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  private restore(): void {
    if (this.index === null || (document.activeElement !== document.body && document.activeElement !== null)) return;
    focusOn(this.slots().find((slot) => slot.dataset['slot'] === this.index));
  }

  private slots(): HTMLElement[] {
    return [...(this.board()?.querySelectorAll<HTMLElement>('[data-slot]') ?? [])];
  }
}

function slotOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null;
}

function buttonsIn(slot: HTMLElement): HTMLElement[] {
  return [...slot.querySelectorAll<HTMLElement>('button')];
}

function focusOn(slot: HTMLElement | undefined): void {
  if (slot === undefined) return;
  (buttonsIn(slot)[0] ?? slot).focus();
}
