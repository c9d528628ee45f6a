import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { EventView } from '@comanda/shared/kitchen';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { DeviceStorage } from '../../core/device/device-storage';
import { SessionStore } from '../../core/session/session-store';
import { LAST_SESSION } from './screen-guard';

const BEAT_MS = 5_000;

/** A screen that the office has paired: it says that it is live, and goes when the office unpairs it. */
@Injectable({ providedIn: 'root' })
export class PairedScreen {
  private readonly api = inject(ApiClient);
  private readonly store = inject(SessionStore);
  private readonly storage = inject(DeviceStorage).device;
  private readonly router = inject(Router);
  private beatenAt = 0;

  isPaired(): boolean {
    return this.store.session()?.device !== undefined;
  }

  /** Call it as often as you like while what is shown is live. */
  beat(): void {
    const now = Date.now();
    if (!this.isPaired() || Math.abs(now - this.beatenAt) < BEAT_MS) return;
    this.beatenAt = now;
    // The next beat makes up for one that is lost; many lost ones are what the office is told.
    void this.api.post(apiUrl('/session/heartbeat'), { board: 'live' }).catch(() => undefined);
  }

  hear({ type, subject }: EventView): void {
    if (type === 'screen.unpaired' && subject.id === this.store.session()?.device?.id) this.leave();
  }

  /** Back to the code by which a screen is paired. */
  leave(): void {
    this.storage.remove(LAST_SESSION);
    this.store.set(null);
    void this.router.navigate(['/kitchen/pair'], { queryParams: { next: this.router.url } });
  }
}
