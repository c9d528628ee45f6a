import { Component, ElementRef, effect, inject } from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { GuestSheets } from '../guest-sheets';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { AddressFields } from './address-fields';
import { FulfilmentDraft } from './fulfilment-draft';
import { FULFILMENT_TEXTS } from './fulfilment-texts';
import { TimeChoice } from './time-choice';

/** Dine in, pickup or delivery; where to; when. Nothing counts before "Done". */
@Component({
  selector: 'app-fulfilment-sheet',
  imports: [AddressFields, DialogSheet, TimeChoice],
  providers: [FulfilmentDraft],
  templateUrl: './fulfilment-sheet.html',
  styleUrl: './fulfilment-sheet.css',
})
export class FulfilmentSheet {
  protected readonly t = FULFILMENT_TEXTS;
  protected readonly sheets = inject(GuestSheets);
  protected readonly draft = inject(FulfilmentDraft);
  private readonly restaurant = inject(RestaurantStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => this.sheets.fulfilmentOpen() && this.draft.reset());
  }

  protected offers(type: 'dine-in' | 'pickup' | 'delivery'): boolean {
    return this.restaurant.location()?.fulfilmentTypes.includes(type) ?? false;
  }

  protected close(): void {
    this.sheets.fulfilmentOpen.set(false);
  }

  /** What is missing is shown and gets the focus; nothing typed is lost. */
  protected done(): void {
    if (this.draft.keep()) return this.close();
    const missing = this.draft.address().street.trim() === '' ? '#how-street' : '#how-postcode';
    this.host.querySelector<HTMLElement>(missing)?.focus();
  }
}
