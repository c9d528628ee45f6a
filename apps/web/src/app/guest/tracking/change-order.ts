import { Component, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { sameAgain, type OrderView } from '@comanda/shared';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { GuestSheets } from '../guest-sheets';
import { PastOrder } from '../reorder/past-order';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { TrackingStore } from './tracking-store';
import { TRACKING_TEXTS } from './tracking-texts';

/** Takes an order back that no cook has begun, and puts its dishes on the menu to be ordered another way. */
@Component({
  selector: 'app-change-order',
  imports: [DialogSheet],
  template: `
    <button type="button" class="button" (click)="asking.set(true)">{{ t.change }}</button>
    <app-dialog-sheet [open]="asking()" [heading]="t.changeHeading" (closed)="asking.set(false)">
      <p>{{ t.changeText }}</p>
      <div sheetFooter class="sheet-actions">
        <button type="button" class="button" (click)="asking.set(false)">{{ t.keep }}</button>
        <button
          type="button"
          class="button button--primary"
          [attr.aria-disabled]="working() || null"
          (click)="change()"
        >
          {{ t.changeDo }}
        </button>
      </div>
    </app-dialog-sheet>
  `,
})
export class ChangeOrder {
  readonly order = input.required<OrderView>();
  /** Why it could not be taken back. */
  readonly refused = output<unknown>();

  protected readonly t = TRACKING_TEXTS;
  protected readonly asking = signal(false);
  protected readonly working = signal(false);
  private readonly tracking = inject(TrackingStore);
  private readonly past = inject(PastOrder);
  private readonly sheets = inject(GuestSheets);
  private readonly restaurant = inject(RestaurantStore);
  private readonly router = inject(Router);

  protected async change(): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    const order = this.order();
    try {
      await this.tracking.cancel();
    } catch (error) {
      this.refused.emit(error);
      return;
    } finally {
      this.working.set(false);
      this.asking.set(false);
    }
    this.past.replace(order.location.id, sameAgain(order));
    this.sheets.reorderOpen.set(true);
    const { path, queryParams } = this.restaurant.menuLink();
    await this.router.navigate(path, { queryParams });
  }
}
