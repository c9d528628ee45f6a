import { Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { LIMITS, type PairKitchenDeviceRequest, type StationView } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { SCREENS_TEXTS } from './screens-texts';

/** The code that a screen shows, its name and what it is to show. */
@Component({
  selector: 'app-pair-form',
  imports: [Field, FieldControl],
  templateUrl: './pair-form.html',
  styleUrl: '../staff/staff-form.css',
})
export class PairForm {
  readonly stations = input.required<readonly StationView[]>();
  readonly busy = input.required<boolean>();
  readonly failure = input<string | null>(null);
  readonly wished = output<PairKitchenDeviceRequest>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = SCREENS_TEXTS;
  protected readonly limits = LIMITS;
  protected readonly code = signal('');
  protected readonly name = signal('');
  protected readonly stationId = signal<string | null>(null);
  private readonly tried = signal(false);
  private readonly digits = computed(() => this.code().replace(/\D/g, ''));

  protected readonly codeError = computed(() => (this.tried() && this.digits().length !== 6 ? this.t.codeWrong : null));
  protected readonly nameError = computed(() =>
    this.tried() && this.name().trim() === '' ? this.t.nameMissing : null,
  );

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.codeError() !== null) return this.focus('#screen-code');
    if (this.nameError() !== null) return this.focus('#screen-name');
    const stationId = this.stationId();
    this.wished.emit({
      code: this.digits(),
      name: this.name().trim(),
      ...(stationId === null ? {} : { stationId }),
    });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  private focus(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}
