/** What is kept of a photo. The square stands in a dish's row on any screen, the others at the top of its sheet. */
export const PHOTO_CUTS = [
  { width: 336, height: 336 },
  { width: 720, height: 540 },
  { width: 1280, height: 960 },
] as const;
export type PhotoWidth = (typeof PHOTO_CUTS)[number]['width'];

export const PHOTO_FORMATS = ['avif', 'jpg'] as const;
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

const LARGEST = '/1280.jpg';
const OURS = /^\/api\/v1\/photos\/([\w-]{22})\/1280\.jpg$/;

/** The address of a photo that is kept here: its largest cut in the format that everything can show. */
export function photoUrl(id: string): string {
  return `/api/v1/photos/${id}${LARGEST}`;
}

/** Which photo of ours an address shows; null for one that is kept elsewhere. */
export function photoIdIn(url: string): string | null {
  return OURS.exec(url)?.[1] ?? null;
}

/** Another cut of the same photo; null when it is kept elsewhere, where there is but one. */
export function photoCut(url: string, width: PhotoWidth, format: PhotoFormat): string | null {
  return OURS.test(url) ? url.replace(LARGEST, `/${String(width)}.${format}`) : null;
}
