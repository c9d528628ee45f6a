import { Component, ElementRef, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { KITCHEN_ANSWERS, LIMITS, type CancelOrderRequest, type KitchenAnswer } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { ORDER_TEXTS } from './order-texts';
import { valueOf } from '../words/value-of';

/** Why an order is rejected or cancelled, and whether its dishes were made. */
@Component({
  selector: 'app-reason-form',
  imports: [Field, FieldControl],
  templateUrl: './reason-form.html',
  styleUrl: './order-form.css',
})
export class ReasonForm {
  readonly heading = input.required<string>();
  readonly action = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly askKitchen = input(false);
  readonly given = output<CancelOrderRequest>();
  readonly left = output();

  protected readonly textOf = valueOf;
  protected readonly t = ORDER_TEXTS;
  protected readonly limit = LIMITS.reasonLength;
  protected readonly answers = KITCHEN_ANSWERS;
  protected readonly reason = signal('');
  protected readonly answer = signal<KitchenAnswer | null>(null);
  private readonly tried = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly reasonError = computed(() =>
    this.tried() && this.reason().trim() === '' ? this.t.reasonMissing : null,
  );
  protected readonly answerError = computed(() =>
    this.tried() && this.askKitchen() && this.answer() === null ? this.t.kitchenMissing : null,
  );

  constructor() {
    afterNextRender(() => this.focus('#order-reason'));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.reasonError() !== null) return this.focus('#order-reason');
    if (this.answerError() !== null) return this.focus('[name="kitchen-answer"]');
    const answer = this.askKitchen() ? this.answer() : null;
    this.given.emit({ reason: this.reason().trim(), ...(answer === null ? {} : { kitchenAnswer: answer }) });
  }

  private focus(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}
