import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { photoUrl } from '@comanda/shared';
import type { Item, MenuDocument, Text } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { MenuEditing, MenuStore, PhotoStore } from '../menu/index.js';

/** Drawn for the demo; each is named by the id of its dish. */
const FOLDER = join(import.meta.dirname, 'pictures');

interface Shown {
  readonly url: string;
  readonly ground: string;
}

/** The pictures of the demo's dishes. */
@Injectable()
export class DemoPhotos implements OnApplicationShutdown {
  #ending = false;

  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly editing: MenuEditing,
    private readonly photos: PhotoStore,
  ) {}

  /**
   * Shows them on the demo's menu as long as nobody has changed it: one edit, after all are cut, which takes a second
   * each. What a start leaves undone the next one does.
   */
  async show(folder = FOLDER): Promise<void> {
    const location = await this.locations.first();
    if (!location || !(await this.#isUntouched(location.id))) return;
    const shown = new Map<string, Shown>();
    for (const file of await readdir(folder)) {
      const { id, ground } = await this.photos.keep(await readFile(join(folder, file)));
      shown.set(parse(file).name, { url: photoUrl(id), ground });
      if (this.#ending) return;
    }
    await this.editing.edit(location.id, {
      change: (document) => withPhotos(document, shown),
      cause: 'demo',
      summary: 'Demo photos',
      by: 'system',
    });
  }

  onApplicationShutdown(): void {
    this.#ending = true;
  }

  async #isUntouched(locationId: string): Promise<boolean> {
    const revisions = await this.menus.revisions(locationId, 2);
    return revisions.length === 1 && revisions[0]?.cause === 'demo';
  }
}

function withPhotos(document: MenuDocument, shown: ReadonlyMap<string, Shown>): MenuDocument {
  return { ...document, items: document.items.map((item) => withPhoto(item, shown.get(item.id))) };
}

/** What it shows is the dish, as with every photo of which nobody has said more. */
function withPhoto(item: Item<Text>, photo: Shown | undefined): Item<Text> {
  return photo === undefined || item.photo !== undefined ? item : { ...item, photo: { ...photo, alt: item.name } };
}
