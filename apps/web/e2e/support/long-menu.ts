import type { Item, MenuDocument, Text } from '@comanda/shared';

const WORDS =
  `smoked roasted pickled grilled salted brown young wild spring winter house stone black green golden hot cold soft aubergine
  barley beans beetroot bream butter cabbage carrots celeriac chard chicken chickpeas chicory cod courgette crab cucumber dill duck
  eel egg endive fennel figs garlic ginger goat grapes hake hazelnut honey kale lamb leek lemon lentils lime liver lobster mackerel
  mint miso morels mushroom mussels mustard nettle oats octopus onion orange oyster parsley peach pear peas pepper plum pork potato
  prawns pumpkin quail quince rabbit radish rhubarb rice saffron sage salmon sausage seaweed sesame sorrel spinach squid thyme
  tomato trout tuna turnip veal venison vinegar walnut watercress yoghurt`.split(/\s+/);

/** The same words in the same order each time. */
function wordsOf(seed: number): (count: number) => string {
  let state = seed * 7919 + 13;
  const next = (): number => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296);
  return (count) =>
    Array.from({ length: count }, () => WORDS[Math.floor((next() / 4_294_967_296) * WORDS.length)]).join(' ');
}

function dish(number: number, taxClass: string): Item<Text> {
  const say = wordsOf(number);
  const name = say(2 + (number % 2));
  const hash = Buffer.from(say(9)).toString('base64url').slice(5, 27);
  return {
    id: `long-${String(number)}`,
    name: { en: name.charAt(0).toUpperCase() + name.slice(1) },
    description: { en: `${say(2)} with ${say(2)}, ${say(3)}` },
    variants: [{ id: `long-${String(number)}-v`, priceMinor: 450 + ((number * 370) % 2900) }],
    modifierGroupIds: [],
    taxClass,
    allergens: number % 3 === 0 ? ['milk', 'gluten'] : ['celery'],
    photo: {
      url: `https://photos.example/${hash}.jpg`,
      alt: { en: name },
      ground: `#${(number * 262_144 + 4096).toString(16).padStart(6, '0').slice(-6)}`,
    },
  };
}

/** The restaurant's menu with other dishes: sixty-four in eight sections, each with words and a photo of its own. */
export function longMenu(of: MenuDocument): MenuDocument {
  const items = Array.from({ length: 64 }, (_, number) => dish(number, of.items[0]?.taxClass ?? 'standard'));
  const sections = Array.from({ length: 8 }, (_, number) => ({
    id: `long-${String(number)}`,
    name: { en: wordsOf(1000 + number)(2) },
    itemIds: items.slice(number * 8, number * 8 + 8).map(({ id }) => id),
  }));
  const { ingredients: _, ...rest } = of;
  return { ...rest, sections, items, modifierGroups: [] };
}
