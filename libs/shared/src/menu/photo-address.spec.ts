import { photoCut, photoIdIn, photoUrl } from './photo-address.js';

const ID = 'abcdefghij-_KLMNOPQRST';

describe('the address of a photo', () => {
  it('leads back to its id and to its other cuts', () => {
    expect(photoIdIn(photoUrl(ID))).toBe(ID);
    expect(photoCut(photoUrl(ID), 336, 'avif')).toBe(`/api/v1/photos/${ID}/336.avif`);
    expect(photoCut(photoUrl(ID), 1280, 'jpg')).toBe(photoUrl(ID));
  });

  it.each([
    'https://elsewhere.example/a.jpg',
    '/photos/prawns.avif',
    `https://x.example${photoUrl(ID)}`,
    '/api/v1/photos/short/1280.jpg',
  ])('%s is kept elsewhere', (url) => expect([photoIdIn(url), photoCut(url, 720, 'jpg')]).toEqual([null, null]));
});
