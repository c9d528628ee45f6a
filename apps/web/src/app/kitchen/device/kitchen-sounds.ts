import { Injectable, computed, inject, signal } from '@angular/core';
import { DeviceStorage } from '../../core/device/device-storage';
import { SOUNDS, type SoundName, type Tone } from './tones';

const SETTINGS = 'comanda.kitchen.sounds';
const LOUDEST = 0.5;

interface SoundSettings {
  readonly muted: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  /** Events that make no sound here. */
  readonly off: readonly SoundName[];
}

const USUAL: SoundSettings = { muted: false, volume: 0.5, off: [] };

/** The sounds of the kitchen. A browser lets a page sound only after somebody touched it: see `unlock`. */
@Injectable({ providedIn: 'root' })
export class KitchenSounds {
  private readonly storage = inject(DeviceStorage).device;
  private readonly settings = signal<SoundSettings>({
    ...USUAL,
    ...(this.storage.read(SETTINGS) as Partial<SoundSettings> | null),
  });
  private readonly open = signal(false);
  private context: AudioContext | null = null;

  readonly muted = computed(() => this.settings().muted);
  readonly volume = computed(() => this.settings().volume);
  readonly off = computed(() => new Set(this.settings().off));
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
    this.change({ muted: !this.muted() });
  }

  setVolume(volume: number): void {
    this.change({ volume: Math.min(1, Math.max(0, volume)) });
  }

  /** Whether an event is heard at this screen. */
  switch(sound: SoundName): void {
    const off = this.off();
    this.change({ off: off.has(sound) ? [...off].filter((each) => each !== sound) : [...off, sound] });
  }

  play(sound: SoundName): void {
    if (!this.off().has(sound)) this.sound(sound);
  }

  /** Lets somebody hear what an event sounds like; call it from a press. */
  async test(sound: SoundName): Promise<void> {
    await this.unlock();
    this.sound(sound);
  }

  private change(part: Partial<SoundSettings>): void {
    this.settings.update((settings) => ({ ...settings, ...part }));
    this.storage.write(SETTINGS, this.settings());
  }

  private sound(sound: SoundName): void {
    if (this.context === null || this.muted() || !this.open()) return;
    for (const tone of SOUNDS[sound]) this.soundTone(this.context, tone);
  }

  private soundTone(context: AudioContext, { hertz, at, seconds }: Tone): void {
    const [voice, volume] = [context.createOscillator(), context.createGain()];
    const begin = context.currentTime + at;
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDEST * this.volume(), begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + seconds);
    voice.connect(volume).connect(context.destination);
    voice.start(begin);
    voice.stop(begin + seconds);
  }
}
