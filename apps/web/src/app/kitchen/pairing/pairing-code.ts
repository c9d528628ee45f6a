import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { AskPairingCodeRequest, PairingCodeView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { DeviceStorage } from '../../core/device/device-storage';
import { Clock } from '../../core/time/clock';

const KEY = 'comanda.kitchen.pairing';
const RETRY_MS = 5_000;

const ASKED: AskPairingCodeRequest = { screen: 'kitchen' };

interface KeptCode {
  readonly code: string;
  /** By the clock of this device. */
  readonly until: number;
}

/** The code that this screen shows: the same after a reload, a new one when it has run out. */
@Injectable()
export class PairingCode {
  private readonly api = inject(ApiClient);
  private readonly storage = inject(DeviceStorage).device;
  private readonly clock = inject(Clock);
  private readonly kept = signal<KeptCode | null>(this.stored());
  private readonly problem = signal<ApiProblem | null>(null);
  private asking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly failure = this.problem.asReadonly();
  readonly code = computed(() => (this.secondsLeft() > 0 ? (this.kept()?.code ?? null) : null));
  readonly secondsLeft = computed(() => Math.max(0, Math.ceil(((this.kept()?.until ?? 0) - this.clock.now()) / 1000)));

  constructor() {
    effect(() => this.code() === null && untracked(() => void this.ask()));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    clearTimeout(this.timer);
    try {
      const { code, goodForSeconds } = await this.api.post<PairingCodeView>(apiUrl('/session/device'), ASKED);
      const kept = { code, until: Date.now() + goodForSeconds * 1000 };
      this.storage.write(KEY, kept);
      this.kept.set(kept);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(toApiProblem(error));
      this.timer = setTimeout(() => void this.ask(), RETRY_MS);
    } finally {
      this.asking = false;
    }
  }

  /** It was typed in. */
  forget(): void {
    this.storage.remove(KEY);
  }

  private stored(): KeptCode | null {
    const kept = this.storage.read(KEY) as KeptCode | null;
    const left = (kept?.until ?? 0) - Date.now();
    return kept !== null && left > 0 && left < 3_600_000 ? kept : null;
  }
}
