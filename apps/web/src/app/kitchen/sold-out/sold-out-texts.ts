export const SOLD_OUT_TEXTS = {
  heading: 'Sold out',
  search: 'Find a dish',
  loading: 'Loading the menu',
  none: (text: string) => `Nothing is called “${text}”.`,
  off: 'SOLD OUT',
  left: (count: number) => `${count} left`,
  back: 'Back on sale',
  lacks: (reason: string) =>
    `Out of ${reason}. It cannot be put back by hand: once what it lacks is received or counted under Stock, it comes back by itself.`,
  toStock: 'To the stock',
  falls: (dishes: readonly string[]) =>
    dishes.length === 0
      ? 'Nothing else falls with it.'
      : `With it fall the choices in ${dishes.length} ${dishes.length === 1 ? 'dish' : 'dishes'}: ${dishes.join(', ')}.`,
  untilTomorrow: 'Until tomorrow',
  untilLifted: 'Until I say',
  count: (count: number) => `${count} left`,
  saidOff: (dish: string) => `${dish} is sold out`,
  saidBack: (dish: string) => `${dish} is back on sale`,
  saidStillOff: (dish: string) => `${dish} stays off sale until what it lacks is there`,
  saidCount: (dish: string, count: number) => `${dish}: ${count} left`,
};
