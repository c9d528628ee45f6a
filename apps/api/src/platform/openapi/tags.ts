/** The chapters of the documentation, in the order in which somebody new reads them. */
export const TAGS: Readonly<Record<string, string>> = {
  Locations: 'Restaurants, their opening hours and their tables.',
  Menu: 'The menu as guests read it, in one language, and what is sold out right now.',
  Ordering: 'Price a basket, place an order.',
  'Group baskets':
    'Several people fill one basket by a link, each with a part of their own; the host orders once for all.',
  Tracking: 'A guest follows an order by its secret link, without an account.',
  'Guest accounts':
    'An account that a guest may have and never needs: log-in by mail or passkey, orders kept, addresses, diet, export and erasure.',
  Staff: 'Who works at a restaurant, and in which role.',
  Session: 'Staff log in and out.',
  Orders: 'What staff do with orders: accept, reject, cancel, hand over, note payments.',
  Floor: 'Tables, who sits there, their rounds and calls: the waiters, and the guests at a table.',
  Kitchen: 'Tickets of the stations, and the pass.',
  Availability: 'Take things off sale and put them back, count portions.',
  'Menu office': 'The whole menu in all languages: read, import, undo.',
  Stock: 'Ingredients, recipes, how much is there, and the ledger behind it.',
  Live: 'Server-sent events instead of polling.',
  Health: 'For whoever watches the process.',
};
