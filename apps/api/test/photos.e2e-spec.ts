import type {
  EditedItemView,
  ImportReport,
  MenuDocument,
  MenuItemView,
  MenuRevisionView,
  MenuView,
  Photo,
  Problem,
} from '@comanda/shared';
import sharp from 'sharp';
import { Clock } from '../src/platform/clock/index.js';
import { Database } from '../src/platform/database/index.js';
import { PhotoCutEntity } from '../src/menu/photos/photo-cut.entity.js';
import { PhotoSweeper } from '../src/menu/photos/photo-sweeper.js';
import { PhotoEntity } from '../src/menu/photos/photo.entity.js';
import { openOffice } from './office.js';
import type { Desk, Office } from './office.js';

const DAY_MS = 86_400_000;
let office: Office;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

/** A picture in one colour, 480 × 360 when it is not said otherwise. */
function aPicture(background: string, width = 480, height = 360) {
  return sharp({ create: { width, height, channels: 3, background } });
}
const aJpeg = (background: string): Promise<Buffer> => aPicture(background).jpeg().toBuffer();
const itemOf = (id: string): Promise<MenuItemView> => office.read<MenuItemView>(`menu-items/${id}`);

async function put(id: string, bytes: Buffer | string, type = 'image/jpeg', desk: Desk = office) {
  const { etag } = await itemOf(id);
  const path = `menu-items/${id}/photo`;
  return desk.call<EditedItemView & Problem>('PUT', path, bytes, { 'if-match': etag, 'content-type': type });
}

async function take(url: string, headers: Record<string, string> = {}) {
  return office.app.inject({ url, headers });
}

async function sweepInDays(days: number): Promise<void> {
  const then = Date.now() + days * DAY_MS;
  const clock = office.app.get(Clock);
  Object.assign(clock, { now: () => then });
  await office.app.get(PhotoSweeper).sweep();
  Object.assign(clock, { now: () => Date.now() });
}

const rowsOf = (entity: typeof PhotoEntity | typeof PhotoCutEntity): Promise<number> =>
  office.app.get(Database).reader.count(entity);

describe('a photo that is uploaded', () => {
  it('is on the guest menu at once, as small cuts in two formats that are kept for ever', async () => {
    const { status, body } = await put('leeks', await aJpeg('#a33a1c'));
    expect(status).toBe(200);
    const photo = (await office.read<MenuView>('menu?language=de')).items.find(({ id }) => id === 'leeks')?.photo;
    expect(photo).toEqual({ url: body.item.photo?.url, alt: 'Verkohlter Lauch', ground: expect.stringMatching(/^#/) });
    const sizes = { '336.avif': [336, 336], '336.jpg': [336, 336], '720.avif': [720, 540], '1280.jpg': [1280, 960] };
    for (const [name, size] of Object.entries(sizes)) {
      const url = (photo as Photo<string>).url.replace('1280.jpg', name);
      const answer = await take(url);
      const { width, height, format } = await sharp(answer.rawPayload).metadata();
      expect([answer.statusCode, width, height, format]).toEqual([
        200,
        ...size,
        name.endsWith('avif') ? 'heif' : 'jpeg',
      ]);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['content-type']).toBe(name.endsWith('avif') ? 'image/avif' : 'image/jpeg');
      const again = await take(url, { 'if-none-match': String(answer.headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    const [newest] = await office.read<MenuRevisionView[]>('menu-revisions');
    expect(newest).toMatchObject({ summary: 'Changed Charred leeks: photo', by: 'Demo manager' });
  });

  it('is turned upright, and says nothing of its place and camera any more', async () => {
    const exif = { IFD0: { Make: 'Camera', Copyright: 'Ada' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } };
    // Red above, blue below, told to be shown a quarter turned.
    const picture = sharp(await aPicture('#0000ff', 600, 400).png().toBuffer())
      .composite([{ input: await aPicture('#ff0000', 600, 200).png().toBuffer(), gravity: 'north' }])
      .withExif(exif)
      .withMetadata({ orientation: 6 });
    const upload = await picture.jpeg().toBuffer();
    expect((await sharp(upload).metadata()).exif?.includes('Ada')).toBe(true);
    const { body } = await put('bread', upload);
    const answer = await take(body.item.photo?.url ?? '');
    expect(answer.rawPayload.includes('Ada')).toBe(false);
    const metadata = await sharp(answer.rawPayload).metadata();
    expect([metadata.exif, metadata.orientation, metadata.icc, metadata.xmp]).toEqual(Array(4).fill(undefined));
    const { data, info } = await sharp(answer.rawPayload).raw().toBuffer({ resolveWithObject: true });
    const middle = Math.floor(info.height / 2) * info.width * info.channels;
    const left = data[middle] ?? 0;
    const right = data[middle + (info.width - 1) * info.channels] ?? 0;
    // Turned to the right, what was above is on the right.
    expect([left < 60, right > 200]).toEqual([true, true]);
  });

  it('the same one twice is kept once and makes no revision', async () => {
    const upload = await aJpeg('#115533');
    const first = await put('prawns', upload);
    const [photos, cuts] = [await rowsOf(PhotoEntity), await rowsOf(PhotoCutEntity)];
    const second = await put('prawns', upload);
    expect([second.body.revision, second.body.etag]).toEqual([first.body.revision, first.body.etag]);
    await put('croquettes', upload);
    expect([await rowsOf(PhotoEntity), await rowsOf(PhotoCutEntity)]).toEqual([photos, cuts]);
  });

  it.each(['png', 'webp', 'avif', 'gif'] as const)('may be %s, whatever its type says', async (format) => {
    const upload = await aPicture('#445566').toFormat(format).toBuffer();
    expect((await put('leeks', upload, 'application/octet-stream')).status).toBe(200);
    expect((await put('leeks', upload, 'image/jpeg')).status).toBe(200);
  });
});

describe('an upload is refused in one sentence', () => {
  const codes = ({ status, body }: { status: number; body: Problem }) => [status, body.code, body.errors?.[0]?.code];

  it.each([
    [
      'a script in a drawing',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'not_a_picture',
    ],
    ['a page', '<!doctype html><script>alert(1)</script>', 'not_a_picture'],
    ['nothing', '', 'not_a_picture'],
    ['an iPhone’s HEIC', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'picture_of_other_kind'],
    ['the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'broken_picture'],
  ])('when it is %s', async (_, upload, code) => {
    const answer = await put('leeks', Buffer.from(upload));
    expect(codes(answer)).toEqual([422, 'invalid_request', code]);
    expect(answer.body.errors?.[0]?.detail).toMatch(/^[A-Z].+\.$/);
  });

  it('when half of it is missing, when it is tiny, and when it unpacks to more than anybody needs', async () => {
    const whole = await aPicture('#778899', 2000, 1500).jpeg().toBuffer();
    expect(codes(await put('leeks', whole.subarray(0, whole.length / 2)))).toContain('broken_picture');
    expect(codes(await put('leeks', await aPicture('#000', 80, 60).png().toBuffer()))).toContain('too_few_pixels');
    const bomb = await sharp({
      create: { width: 9000, height: 9000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ palette: true, colours: 2 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(200_000);
    expect(codes(await put('leeks', bomb, 'image/png'))).toContain('too_many_pixels');
  });

  it('when it is too large, or is sent to another place', async () => {
    const { etag } = await itemOf('leeks');
    const big = await put('leeks', Buffer.alloc(16_777_217));
    expect([big.status, big.body.detail]).toEqual([413, 'The body is too large; 16 MiB is the most here.']);
    const json = { 'if-match': etag, 'content-type': 'application/json' };
    expect((await office.call<Problem>('PUT', 'menu-items/leeks/photo', {}, json)).status).toBe(422);
    const elsewhere = await office.call<Problem>('PATCH', 'menu-items/leeks', 'x', {
      ...json,
      'content-type': 'image/png',
    });
    expect([elsewhere.status, elsewhere.body.detail]).toEqual([415, 'Send the body as application/json.']);
  });

  it('without the right, without a version, for a dish that is not there', async () => {
    const upload = await aJpeg('#010203');
    expect((await put('leeks', upload, 'image/jpeg', await office.as('waiter'))).status).toBe(403);
    const bare = await office.call<Problem>('PUT', 'menu-items/leeks/photo', upload, { 'content-type': 'image/jpeg' });
    expect(bare.status).toBe(428);
    const headers = { 'content-type': 'image/jpeg', 'if-match': '"old"' };
    expect((await office.call('PUT', 'menu-items/leeks/photo', upload, headers)).status).toBe(412);
    expect((await office.call('PUT', 'menu-items/nothing/photo', upload, headers)).status).toBe(404);
  });

  it('and what is not there is not found', async () => {
    const photo = (await itemOf('prawns')).item.photo?.url ?? '';
    for (const name of ['337.avif', '336.svg', '336', 'x']) {
      expect((await take(photo.replace('1280.jpg', name))).statusCode).toBe(404);
    }
    expect((await take('/api/v1/photos/aaaaaaaaaaaaaaaaaaaaaa/336.avif')).statusCode).toBe(404);
  });
});

describe('a photo that was taken off', () => {
  it('comes back with an undo, also after the sweeper; ninety days later it is gone', async () => {
    const { body } = await put('gazpacho', await aJpeg('#aa00aa'));
    const url = body.item.photo?.url ?? '';
    const removed = await office.call<EditedItemView>('DELETE', 'menu-items/gazpacho/photo', undefined, {
      'if-match': body.etag,
    });
    expect([removed.status, removed.body.item.photo]).toEqual([200, undefined]);
    await sweepInDays(80);
    expect((await office.call('POST', `menu-revisions/${body.revision}/restoration`, {})).status).toBe(200);
    expect((await itemOf('gazpacho')).item.photo?.url).toBe(url);
    await sweepInDays(400);
    expect((await take(url)).statusCode).toBe(200);
    const { etag } = await itemOf('gazpacho');
    await office.call('DELETE', 'menu-items/gazpacho/photo', undefined, { 'if-match': etag });
    await sweepInDays(500);
    const kept = await office.app.get(Database).reader.findBy(PhotoCutEntity, { photoId: url.split('/')[4] ?? '' });
    expect(kept).toEqual([]);
    expect((await office.call('POST', `menu-revisions/${body.revision}/restoration`, {})).status).toBe(200);
    expect((await itemOf('gazpacho')).item).not.toHaveProperty('photo');
  });
});

describe('a menu document with photos', () => {
  it('goes out and in again, and names the photos that are not here', async () => {
    const document = await office.read<MenuDocument>('menu-document');
    const same = await office.call<ImportReport>('POST', 'menu-imports?mode=replace', document);
    expect([
      same.status,
      same.body.changed,
      same.body.findings.filter(({ code }) => code === 'unknown_reference'),
    ]).toEqual([200, false, []]);
    const lost = '/api/v1/photos/aaaaaaaaaaaaaaaaaaaaaa/1280.jpg';
    const elsewhere = 'https://photos.example/bread.jpg';
    const items = document.items
      .filter(({ id }) => id === 'bread' || id === 'prawns' || id === 'lemonade')
      .map((item) => ({ ...item, photo: { url: item.id === 'bread' ? elsewhere : lost, alt: { en: 'A dish' } } }));
    const { body } = await office.call<ImportReport>('POST', 'menu-imports', {
      ...document,
      sections: [],
      items,
      modifierGroups: [],
    });
    const told = body.findings.filter(({ code }) => code === 'unknown_reference').map(({ entity }) => entity.id);
    expect(told.sort()).toEqual(
      items
        .map(({ id }) => id)
        .filter((id) => id !== 'bread')
        .sort(),
    );
    expect((await itemOf('bread')).item.photo?.url).toBe(elsewhere);
    expect((await itemOf('prawns')).item.photo).toEqual(document.items.find(({ id }) => id === 'prawns')?.photo);
  });

  it('a dish cannot be given a photo that is not here', async () => {
    const { etag } = await itemOf('leeks');
    const photo = { url: '/api/v1/photos/aaaaaaaaaaaaaaaaaaaaaa/1280.jpg', alt: { en: 'x' } };
    const answer = await office.call<Problem>('PATCH', 'menu-items/leeks', { photo }, { 'if-match': etag });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer: '/photo/url', code: 'unknown_reference' }]);
  });
});
