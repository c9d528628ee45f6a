import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { BeatRequest } from '@comanda/shared';
import type { EventView } from '@comanda/shared/kitchen';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { DeviceStorage } from '../../core/device/device-storage';
import { SessionStore } from '../../core/session/session-store';
import { KitchenPlace } from '../kitchen-place';
import { LAST_SESSION } from './screen-guard';

const BEAT_MS = 5_000;
const BEAT_URL = apiUrl('/session/heartbeat');
const TAB_ID = 'comanda.kitchen.tab';
const BOARDS: Readonly<Record<string, string>> = { all: 'All stations', expo: 'The pass' };

/** This screen says that it is live, so that the office misses it when it is not; a paired one goes when it is unpaired. */
@Injectable({ providedIn: 'root' })
export class PairedScreen {
  private readonly api = inject(ApiClient);
  private readonly http = inject(HttpClient);
  private readonly store = inject(SessionStore);
  private readonly storage = inject(DeviceStorage).device;
  private readonly router = inject(Router);
  private readonly tab = inject(DeviceStorage).tab;
  private readonly place = inject(KitchenPlace);
  private beatenAt = 0;
  /** What was live last; null when nothing is open. */
  private shown: string | null = null;

  isPaired(): boolean {
    return this.store.session()?.device !== undefined;
  }

  /** Call it as often as you like while what is shown is live: a station's id, or `all`, or `expo`. */
  beat(board: string): void {
    const now = Date.now();
    if (this.store.session() === null || (board === this.shown && Math.abs(now - this.beatenAt) < BEAT_MS)) return;
    this.beatenAt = now;
    this.shown = board;
    // The next beat makes up for one that is lost; many lost ones are what the office is told.
    void this.api.post(BEAT_URL, { board: 'live', ...this.itself() }).catch(() => undefined);
  }

  /** The board is put away by a person, so that nobody misses it; also while the page is being closed. */
  putAway(): void {
    if (this.isPaired() || this.shown === null) return;
    const body = { board: 'closed', ...this.itself() };
    this.http.post(BEAT_URL, body, { keepalive: true }).subscribe({ error: () => undefined });
    this.shown = null;
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

  /** A screen that a person has logged in has no name by itself. */
  private itself(): Pick<BeatRequest, 'screen'> {
    if (this.isPaired() || this.shown === null) return {};
    const name = BOARDS[this.shown] ?? this.place.stationName(this.shown);
    const station = this.shown in BOARDS ? {} : { stationId: this.shown };
    return { screen: { id: this.tabId(), name, ...station } };
  }

  private tabId(): string {
    const known = this.tab.read(TAB_ID);
    if (typeof known === 'string') return known;
    const id = newIdempotencyKey();
    this.tab.write(TAB_ID, id);
    return id;
  }
}
