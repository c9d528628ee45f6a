export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** What the first bytes of a file say that it is, whatever its name and type say; `heic` is known and cannot be read. */
export function pictureKind(bytes: Buffer): PictureKind | 'heic' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  const text = bytes.subarray(0, 12).toString('latin1');
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'webp';
  return /^[^]{4}ftyp/.test(text) ? kindOfBox(bytes) : null;
}

/** AVIF and HEIC are the same box (ISO 14496-12) with other brands; the first one may be the generic `mif1`. */
function kindOfBox(bytes: Buffer): 'avif' | 'heic' | null {
  const length = Math.min(bytes.readUInt32BE(0), 128);
  const brands = bytes.subarray(8, length).toString('latin1');
  if (/avi[fs]/.test(brands)) return 'avif';
  return /he(ic|ix|vc|im|is)/.test(brands) ? 'heic' : null;
}
