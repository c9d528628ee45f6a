import type { SoundName } from '../device/tones';

export const SETUP_TEXTS = {
  heading: 'This screen',
  distance: 'How far away does the cook stand?',
  byWindow: 'At hand',
  metres: (metres: number) => `${metres} m`,
  size: 'How large is the screen?',
  inches: (inches: number) => `${inches}″`,
  sample: 'Half chicken',
  sampleSize: (px: number) => `${px} px, so that it is read from there at a glance`,
  theme: 'Light in the kitchen',
  dark: 'Dark screen',
  light: 'Light screen',
  volume: 'Volume',
  quieter: 'Quieter',
  louder: 'Louder',
  sounds: 'Sounds',
  test: 'Listen',
  bar: 'Bump bar',
  barLead: 'A bump bar is a keyboard with few keys. Choose yours, or teach it key by key.',
  barNone: 'Our own keys',
  barOwn: (count: number) => `Taught: ${count} ${count === 1 ? 'key' : 'keys'}`,
  teach: 'Teach a key',
  teachPress: (what: string) => `Press the key of the bar for: ${what}`,
  stopTeaching: 'Stop',
};

export const SOUND_WORDS: Readonly<Record<SoundName, string>> = {
  arrived: 'A new ticket',
  allergy: 'A new ticket with an allergy',
  late: 'A ticket becomes late',
  withdrawn: 'A cancellation',
  ready: 'An order is ready at the pass',
  lost: 'This screen is not live any more',
};
