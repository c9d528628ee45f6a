import { Component, computed, inject, input, output, signal } from '@angular/core';
import { LIMITS } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { CheckoutDrafts } from '../checkout/checkout-draft';
import { GROUP_TEXTS } from './group-texts';

/** The one thing that is asked of somebody who orders with others. */
@Component({
  selector: 'app-group-name-form',
  imports: [Field, FieldControl],
  template: `
    <form (submit)="send($event)" novalidate>
      <app-field controlId="group-name" [label]="t.name" [error]="error()">
        <input
          #input
          appFieldControl
          type="text"
          autocomplete="given-name"
          enterkeyhint="done"
          [maxLength]="longest"
          [value]="name()"
          (input)="name.set(input.value)"
        />
      </app-field>
      @if (refusal(); as words) {
        <p class="refusal" role="alert">{{ words }}</p>
      }
      <button
        type="submit"
        class="button button--primary button--large button--wide"
        [attr.aria-disabled]="busy() || null"
      >
        {{ action() }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
    .refusal {
      margin: 0;
      color: var(--bad);
      font-weight: 600;
    }
  `,
})
export class GroupNameForm {
  readonly action = input.required<string>();
  readonly busy = input(false);
  readonly refusal = input<string | null>(null);
  readonly named = output<string>();

  protected readonly t = GROUP_TEXTS;
  protected readonly longest = LIMITS.guestNameLength;
  protected readonly name = signal(inject(CheckoutDrafts).read().name);
  private readonly tried = signal(false);
  protected readonly error = computed(() => (this.tried() && this.name().trim() === '' ? this.t.nameMissing : null));

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const name = this.name().trim();
    if (name === '') return document.getElementById('group-name')?.focus();
    if (!this.busy()) this.named.emit(name);
  }
}
