export interface Sight {
  readonly distanceMetres: number;
  /** The diagonal of the screen. */
  readonly inches: number;
  /** The screen in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const MM_PER_INCH = 25.4;
/** A capital letter must be seen under this angle to be read at a glance. */
const CAP_ARCMIN = 16;
/** How high a capital of our face is, of its size. */
const CAP_OF_EM = 0.672;
const SMALLEST_PX = 16;
const LARGEST_PX = 72;

/** How large text must be to be read from where the cook stands, in CSS pixels. */
export function fontPxFor({ distanceMetres, inches, width, height }: Sight): number {
  const mmPerPx = (inches * MM_PER_INCH) / Math.hypot(width, height);
  const capMm = distanceMetres * 1000 * Math.tan((CAP_ARCMIN / 60) * (Math.PI / 180));
  return Math.min(LARGEST_PX, Math.max(SMALLEST_PX, Math.round(capMm / CAP_OF_EM / mmPerPx)));
}
