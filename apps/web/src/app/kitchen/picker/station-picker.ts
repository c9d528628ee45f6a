import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import type { TicketView } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import { Icon } from '../../ui/icon/icon';
import { Shift } from '../device/shift';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { TicketFeed } from '../live/ticket-feed';
import { standingOf } from '../ticket/ticket-words';
import { PICKER_TEXTS } from './picker-texts';

const CHOSEN = 'comanda.kitchen.screen';

/** Which board hangs here. Starting the shift is a touch, so from then on the screen may sound and stay awake. */
@Component({
  selector: 'app-station-picker',
  imports: [Icon],
  templateUrl: './station-picker.html',
  styleUrl: './station-picker.css',
  providers: [TicketFeed],
})
export class StationPicker {
  protected readonly t = { ...KITCHEN_TEXTS, ...PICKER_TEXTS };
  protected readonly place = inject(KitchenPlace);
  private readonly feed = inject(TicketFeed);
  private readonly shift = inject(Shift);
  private readonly router = inject(Router);
  private readonly storage = inject(DeviceStorage).device;

  protected readonly screens = computed(() => {
    const stations = this.place.stations();
    if (stations === null) return null;
    const boards = [...stations].sort((one, other) => one.position - other.position);
    const own = boards.filter(({ id }) => id === this.place.ownStation());
    if (own.length > 0) return own.map(({ id, name }) => ({ id, name, about: this.busy(() => true) }));
    return [
      ...boards.map(({ id, name }) => ({ id, name, about: this.busy((ticket) => ticket.stationId === id) })),
      ...(boards.length > 1 ? [{ id: 'all', name: this.t.allStations, about: this.busy(() => true) }] : []),
      { id: 'expo', name: this.t.expo, about: this.t.expoAbout },
    ];
  });
  protected readonly chosen = linkedSignal(() => {
    const [stored, screens] = [this.storage.read(CHOSEN), this.screens() ?? []];
    return (screens.find(({ id }) => id === stored) ?? screens[0])?.id ?? null;
  });

  constructor() {
    this.feed.follow(null);
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    if (chosen === null) return;
    this.storage.write(CHOSEN, chosen);
    await this.shift.start();
    await this.router.navigate(['/kitchen', chosen]);
  }

  /** "3 open, 1 late"; nothing while that is not known. */
  private busy(here: (ticket: TicketView) => boolean): string {
    if (!this.feed.picture.loaded()) return '';
    const open = this.feed.onBoard().filter(here);
    const late = open.filter((ticket) => standingOf(ticket, this.feed.picture.now()) === 'late');
    return this.t.busy(open.length, late.length);
  }
}
