import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { KitchenDeviceView, PairKitchenDeviceRequest, StationView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { OfficeLocation } from '../shell/office-location';
import { problemWords } from '../words/problem-words';
import { PairForm } from './pair-form';
import { ScreensStore } from './screens-store';
import { SCREENS_TEXTS } from './screens-texts';
import { sinceWords } from './since-words';

/** The screens that hang in the kitchen: which are well, a new one, one that goes. */
@Component({
  selector: 'app-screens-page',
  imports: [Banner, DialogSheet, Icon, PairForm],
  providers: [ScreensStore],
  templateUrl: './screens-page.html',
  styleUrls: ['./screens-page.css', '../shell/office-list.css'],
})
export class ScreensPage {
  protected readonly store = inject(ScreensStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly locationId = inject(SessionStore).locationId;
  private readonly timezone = inject(OfficeLocation).timezone;
  protected readonly online = inject(Connectivity).online;
  protected readonly t = SCREENS_TEXTS;
  protected readonly pairing = signal(false);
  protected readonly leaving = signal<KitchenDeviceView | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  private readonly list = httpResource<readonly StationView[]>(() => {
    const id = this.locationId();
    return id === null ? undefined : apiUrl('/locations', id, 'stations');
  });
  protected readonly stations = computed(() => (this.list.hasValue() ? this.list.value() : []));

  protected stationOf({ stationId }: KitchenDeviceView): string {
    if (stationId === undefined) return this.t.pass;
    return this.stations().find(({ id }) => id === stationId)?.name ?? stationId;
  }

  protected leaveWord({ loggedIn }: KitchenDeviceView): string {
    return loggedIn ? this.t.forget : this.t.unpair;
  }

  protected leavingHeading(): string {
    const screen = this.leaving();
    return screen?.loggedIn ? this.t.forgetHeading(screen.name) : this.t.unpairHeading(screen?.name ?? '');
  }

  protected when(instant: string): string {
    return sinceWords(instant, Date.now(), this.timezone());
  }

  protected open(): void {
    this.failure.set(null);
    this.pairing.set(true);
  }

  protected async pair(request: PairKitchenDeviceRequest): Promise<void> {
    if (await this.run(() => this.store.pair(request), this.t.done.paired(request.name))) this.pairing.set(false);
  }

  protected async unpair({ id, name }: KitchenDeviceView): Promise<void> {
    await this.run(() => this.store.unpair(id), this.t.done.unpaired(name));
    const failure = this.failure();
    if (failure !== null) this.toasts.show({ kind: 'failed', text: failure });
    this.leaving.set(null);
  }

  private async run(work: () => Promise<void>, text: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
      this.announcer.polite(text);
      this.toasts.show({ text });
      return true;
    } catch (error) {
      const problem = toApiProblem(error);
      this.failure.set(problem.code === 'invalid_request' ? problem.message : problemWords(problem));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
