import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { KitchenSounds } from './kitchen-sounds';

/** A shift at this screen: sound allowed, the screen kept awake for as long as the browser grants it. */
@Injectable({ providedIn: 'root' })
export class Shift {
  private readonly sounds = inject(KitchenSounds);
  private readonly running = signal(false);
  private readonly awake = signal(false);
  private lock: WakeLockSentinel | null = null;

  readonly started = this.running.asReadonly();
  readonly screenAwake = this.awake.asReadonly();

  constructor() {
    // The browser takes the lock away whenever the page is hidden.
    const again = (): void => {
      if (document.visibilityState === 'visible' && this.running()) void this.stayAwake();
    };
    document.addEventListener('visibilitychange', again);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', again);
      void this.lock?.release();
    });
  }

  /** Call it from a press: only then may a page sound. */
  async start(): Promise<void> {
    this.running.set(true);
    await Promise.all([this.sounds.unlock(), this.stayAwake()]);
  }

  private async stayAwake(): Promise<void> {
    if (!('wakeLock' in navigator)) return;
    try {
      this.lock = await navigator.wakeLock.request('screen');
      this.awake.set(true);
      this.lock.addEventListener('release', () => this.awake.set(false));
    } catch {
      // A low battery or a hidden page: the next look at the page asks again.
      this.awake.set(false);
    }
  }
}
