import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Text of any size needs so much contrast (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
const TOKENS = readFileSync(join(process.cwd(), 'apps/web/src/app/ui/styles/tokens.css'), 'utf8').replace(/\s+/g, ' ');

interface Lch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Theme = 'light' | 'dark';

/** The two halves of a `light-dark(...)` token, as they stand in tokens.css. */
function token(name: string, theme: Theme): string {
  const value = new RegExp(`--${name}: light-dark\\((.*?)\\);`).exec(TOKENS)?.[1]?.trim() ?? '';
  const halves = value.split(/, (?=#|oklch)/);
  return halves[theme === 'light' ? 0 : 1]?.trim() ?? '';
}

/** A token for a restaurant of this colour, as a browser reads it. */
function colourOf(name: string, theme: Theme, seed: Lch): Lch | 'white' {
  const text = token(name, theme);
  if (text === '#fff') return 'white';
  const fromSeed = /oklch\(from var\(--seed\) ([\d.]+) (?:min\(c, )?([\d.]+)\)? h\)/.exec(text);
  if (fromSeed) {
    const most = Number(fromSeed[2]);
    const chroma = text.includes('min(') ? Math.min(seed.chroma, most) : most;
    return { lightness: Number(fromSeed[1]), chroma, hue: seed.hue };
  }
  const [lightness = NaN, chroma = NaN, hue = NaN] = /oklch\(([\d. ]+)\)/.exec(text)?.[1]?.split(' ').map(Number) ?? [];
  return { lightness, chroma, hue };
}

/** Relative luminance of a colour; what a screen cannot show is cut off at its edge, as browsers do. */
function luminance(colour: Lch | 'white'): number {
  if (colour === 'white') return 1;
  const [a, b] = [Math.cos, Math.sin].map((turn) => colour.chroma * turn((colour.hue * Math.PI) / 180)) as [
    number,
    number,
  ];
  const l = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (colour.lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const shown = (part: number): number => Math.min(1, Math.max(0, part));
  return 0.2126 * shown(red) + 0.7152 * shown(green) + 0.0722 * shown(blue);
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const SEEDS = Array.from({ length: 360 }, (_, hue) =>
  [0, 0.05, 0.1, 0.16, 0.25, 0.37].map((chroma): Lch => ({ lightness: 0.5, chroma, hue })),
).flat();

describe('the colours that are made from the one of a restaurant', () => {
  it.each([
    ['accent', 'on-accent'],
    ['accent', 'paper'],
    ['accent', 'surface'],
    ['accent-strong', 'on-accent'],
    ['accent-strong', 'paper'],
    ['accent-strong', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['ink', 'paper'],
    ['ink-2', 'paper'],
    ['bad', 'paper'],
    ['ok', 'paper'],
    ['warn', 'paper'],
  ])('%s can be read on %s, light and dark, whatever the colour', (text, ground) => {
    for (const theme of ['light', 'dark'] as const) {
      const worst = Math.min(
        ...SEEDS.map((seed) =>
          contrast(luminance(colourOf(text, theme, seed)), luminance(colourOf(ground, theme, seed))),
        ),
      );
      expect(worst).toBeGreaterThanOrEqual(READABLE);
    }
  });
});
