import { PHOTO_CUTS } from '@comanda/shared';
import type { PhotoFormat } from '@comanda/shared';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { DomainError } from '../../platform/http/index.js';
import { pictureKind } from './picture-kind.js';

export interface Cut {
  /** `336.avif` */
  readonly name: string;
  readonly bytes: Buffer;
}

/** A photo as it is kept. */
export interface CutPhoto {
  readonly ground: string;
  readonly cuts: readonly Cut[];
}

/** The largest that phones take; beyond it a small file could unpack to gigabytes. */
const MOST_PIXELS = 64_000_000;
const LEAST_SIDE = 200;
const LONGEST_SECONDS = 20;

// One picture takes one core at a time; the others are for orders.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Reads a picture and cuts it for guests: turned upright, without anything that it tells about its maker, place and
 * camera. Throws `invalid_request` with what the person can do when it is none.
 */
export async function cutPhoto(bytes: Buffer): Promise<CutPhoto> {
  refuseOtherKinds(bytes);
  try {
    const picture = await upright(bytes);
    const cuts: Cut[] = [];
    for (const { width, height } of PHOTO_CUTS) {
      const cut = await picture.clone().resize(width, height, { fit: 'cover' }).toBuffer({ resolveWithObject: true });
      const raw = { raw: { width: cut.info.width, height: cut.info.height, channels: cut.info.channels } };
      for (const [format, write] of WRITERS) {
        cuts.push({ name: `${String(width)}.${format}`, bytes: await write(sharp(cut.data, raw)).toBuffer() });
      }
    }
    return { ground: await groundOf(bytes), cuts };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw broken();
  }
}

/** AVIF at effort 2 takes a fifteenth of the time of effort 4 for the same bytes. */
const WRITERS: readonly (readonly [PhotoFormat, (cut: Sharp) => Sharp])[] = [
  ['avif', (cut) => cut.avif({ quality: 52, effort: 2 })],
  ['jpg', (cut) => cut.jpeg({ quality: 78, mozjpeg: true })],
];

function open(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: LONGEST_SECONDS });
}

/** On white where it can be seen through, in the colours of screens, as plain pixels. */
async function upright(bytes: Buffer): Promise<Sharp> {
  // The head alone: nothing is unpacked yet.
  const { autoOrient, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MOST_PIXELS)
    throw refusal('too_many_pixels', 'The picture has too many pixels. Take a smaller one.');
  if (Math.min(autoOrient.width, autoOrient.height) < LEAST_SIDE) {
    const size = `${String(autoOrient.width)} × ${String(autoOrient.height)}`;
    const detail = `The picture is too small: ${size} pixels. Take one of at least ${String(LEAST_SIDE)} on each side.`;
    throw refusal('too_few_pixels', detail);
  }
  return open(bytes).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb').raw();
}

/** The mean of all that is on it: calmer beside the paper than its commonest colour, which is that of the plate. */
async function groundOf(bytes: Buffer): Promise<string> {
  const mean = await open(bytes).flatten({ background: '#ffffff' }).toColourspace('srgb').resize(1, 1).raw().toBuffer();
  return `#${mean.subarray(0, 3).toString('hex')}`;
}

function refuseOtherKinds(bytes: Buffer): void {
  const kind = pictureKind(bytes);
  if (kind === 'heic') {
    const detail =
      'HEIC pictures cannot be read here. Save it as JPEG; an iPhone does so with Settings, Camera, Formats, Most Compatible.';
    throw refusal('picture_of_other_kind', detail);
  }
  if (kind === null)
    throw refusal('not_a_picture', 'This is no picture that can be read. Take a JPEG, PNG, WebP or AVIF.');
}

function broken(): DomainError {
  return refusal(
    'broken_picture',
    'The picture is broken or only a part of it came. Open it on your device, save it anew, try again.',
  );
}

function refusal(code: string, detail: string): DomainError {
  return new DomainError('invalid_request', detail, [{ pointer: '', code, detail }]);
}
