import { Injectable, inject, signal } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';

const MUTED = 'comanda.kitchen.muted';

interface Tone {
  readonly hertz: number;
  readonly at: number;
  readonly seconds: number;
}

/** Soft and short; each kind is told from the others with the eyes shut. */
const SOUNDS = {
  arrived: [
    { hertz: 660, at: 0, seconds: 0.16 },
    { hertz: 880, at: 0.15, seconds: 0.28 },
  ],
  late: [{ hertz: 220, at: 0, seconds: 0.7 }],
  withdrawn: [
    { hertz: 520, at: 0, seconds: 0.18 },
    { hertz: 350, at: 0.17, seconds: 0.34 },
  ],
} as const satisfies Record<string, readonly Tone[]>;

/** The sounds of the kitchen. A browser lets a page sound only after somebody touched it: see `unlock`. */
@Injectable({ providedIn: 'root' })
export class KitchenSounds {
  private readonly storage = inject(DeviceStorage).device;
  private readonly silent = signal(this.storage.read(MUTED) === true);
  private readonly open = signal(false);
  private context: AudioContext | null = null;

  readonly muted = this.silent.asReadonly();
  /** True once the browser lets us sound. */
  readonly unlocked = this.open.asReadonly();

  /** Call it from a press. */
  async unlock(): Promise<void> {
    if (typeof AudioContext !== 'function') return;
    this.context ??= new AudioContext();
    await this.context.resume().catch(() => undefined);
    this.open.set(this.context.state === 'running');
  }

  toggle(): void {
    this.silent.update((muted) => !muted);
    this.storage.write(MUTED, this.silent());
  }

  play(sound: keyof typeof SOUNDS): void {
    if (this.context === null || this.silent() || !this.open()) return;
    for (const tone of SOUNDS[sound]) this.sound(this.context, tone);
  }

  private sound(context: AudioContext, { hertz, at, seconds }: Tone): void {
    const [voice, volume] = [context.createOscillator(), context.createGain()];
    const begin = context.currentTime + at;
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.25, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + seconds);
    voice.connect(volume).connect(context.destination);
    voice.start(begin);
    voice.stop(begin + seconds);
  }
}
