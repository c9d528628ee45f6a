import { orderNews } from './order-news.js';

describe('what a phone rings for', () => {
  it.each([
    ['placed', 'in-kitchen', 'accepted'],
    ['placed', 'scheduled', 'accepted'],
    ['scheduled', 'in-kitchen', null],
    ['in-kitchen', 'ready', 'ready'],
    ['placed', 'ready', 'ready'],
    ['ready', 'in-kitchen', null],
    ['ready', 'out-for-delivery', 'on-the-way'],
    ['ready', 'completed', null],
    ['placed', 'rejected', 'rejected'],
    ['pending-payment', 'expired', 'rejected'],
    ['in-kitchen', 'cancelled', 'cancelled'],
    ['ready', 'ready', null],
  ] as const)('%s to %s is %s', (before, now, news) => expect(orderNews(before, now)).toBe(news));
});
