import { Injectable } from '@nestjs/common';
import { PhotoStore } from './photo-store.js';

/** About a thousand rows of menus. */
const MOST_BYTES = 16_777_216;
/** What stands at the top of a sheet is looked at one by one, and would push out all rows. */
const LARGEST_KEPT = 65_536;

/** The small cuts that every guest's menu asks for, in the memory of this process; the ones asked least go first. */
@Injectable()
export class KeptCuts {
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;

  constructor(private readonly photos: PhotoStore) {}

  async find(photoId: string, name: string): Promise<Buffer | null> {
    const key = `${photoId}/${name}`;
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const read = await this.photos.findCut(photoId, name);
    if (read && read.length <= LARGEST_KEPT) this.#keep(key, read);
    return read;
  }

  #keep(key: string, bytes: Buffer): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
