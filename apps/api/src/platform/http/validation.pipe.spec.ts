import { problemItems } from './validation.pipe.js';

describe('problems of a body', () => {
  it('are all named, each with the pointer of its field', () => {
    const items = problemItems([
      {
        property: 'lines',
        children: [
          {
            property: '0',
            children: [{ property: 'quantity', constraints: { max: 'quantity must not be above 99' } }],
          },
        ],
      },
      { property: 'price', constraints: { whitelistValidation: 'property price should not exist' } },
    ]);
    expect(items).toEqual([
      { pointer: '/lines/0/quantity', code: 'max', detail: 'Quantity must not be above 99.' },
      { pointer: '/price', code: 'unknown_field', detail: 'The field "price" is not known here. Leave it out.' },
    ]);
  });
});
