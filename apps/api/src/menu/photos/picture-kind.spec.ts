import { pictureKind } from './picture-kind.js';

const box = (brands: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + brands.length);
  return Buffer.concat([length, Buffer.from(`ftyp${brands}`), Buffer.from('avif heic')]);
};

describe('what a file is', () => {
  it.each([
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['png', Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1')],
    ['gif', Buffer.from('GIF89a')],
    ['webp', Buffer.from('RIFF\n\0\0\0WEBPVP8 ', 'latin1')],
    ['avif', box('avif\0\0\0\0mif1')],
    ['avif', box('mif1\0\0\0\0avifmiaf')],
    ['heic', box('heic\0\0\0\0mif1')],
    ['heic', box('mif1\0\0\0\0heix')],
  ] as const)('is told as %s by its first bytes', (kind, bytes) => expect(pictureKind(bytes)).toBe(kind));

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a PNG', Buffer.from('\x89PN', 'latin1')],
    ['a drawing that runs scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a TIFF', Buffer.from('II*\0', 'latin1')],
    ['a sound', Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')],
    ['a film', box('isom\0\0\0\0mp42')],
    ['a box that lies about its length', Buffer.from('\xff\xff\xff\xffftyp', 'latin1')],
  ])('%s is no picture', (_, bytes) => expect(pictureKind(bytes)).toBeNull());
});
