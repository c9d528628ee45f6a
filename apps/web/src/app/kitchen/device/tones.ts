export interface Tone {
  readonly hertz: number;
  /** Seconds after the sound begins. */
  readonly at: number;
  readonly seconds: number;
}

/** Soft and short; each kind is told from the others with the eyes shut. */
export const SOUNDS = {
  arrived: [
    { hertz: 660, at: 0, seconds: 0.16 },
    { hertz: 880, at: 0.15, seconds: 0.28 },
  ],
  allergy: [
    { hertz: 740, at: 0, seconds: 0.14 },
    { hertz: 740, at: 0.2, seconds: 0.14 },
    { hertz: 740, at: 0.4, seconds: 0.3 },
  ],
  late: [{ hertz: 220, at: 0, seconds: 0.7 }],
  withdrawn: [
    { hertz: 520, at: 0, seconds: 0.18 },
    { hertz: 350, at: 0.17, seconds: 0.34 },
  ],
  ready: [
    { hertz: 523, at: 0, seconds: 0.14 },
    { hertz: 659, at: 0.13, seconds: 0.14 },
    { hertz: 784, at: 0.26, seconds: 0.34 },
  ],
  lost: [
    { hertz: 300, at: 0, seconds: 0.35 },
    { hertz: 240, at: 0.4, seconds: 0.35 },
    { hertz: 180, at: 0.8, seconds: 0.6 },
  ],
} as const satisfies Record<string, readonly Tone[]>;

export type SoundName = keyof typeof SOUNDS;
export const SOUND_NAMES = Object.keys(SOUNDS) as readonly SoundName[];
