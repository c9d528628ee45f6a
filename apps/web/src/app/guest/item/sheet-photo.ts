import { photoCut, type Item, type PhotoFormat } from '@comanda/shared';

/** The sheet is as wide as a phone, and no wider than this elsewhere. */
const SIZES = '(min-width: 560px) 560px, 100vw';

/** The photo at the top of a dish's sheet; one that is kept elsewhere has but one size. */
export function sheetPhoto(item: Item<string> | null) {
  if (item?.photo === undefined) return null;
  const { url, alt, ground } = item.photo;
  const [avif, jpeg] = [sources(url, 'avif'), sources(url, 'jpg')];
  const src = photoCut(url, 720, 'jpg') ?? url;
  return { avif, jpeg, src, sizes: avif === null ? null : SIZES, ground, alt: alt === item.name ? '' : alt };
}

function sources(url: string, format: PhotoFormat): string | null {
  const [small, large] = [photoCut(url, 720, format), photoCut(url, 1280, format)];
  return small === null || large === null ? null : `${small} 720w, ${large} 1280w`;
}
