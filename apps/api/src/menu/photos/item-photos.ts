import { Injectable } from '@nestjs/common';
import { photoUrl } from '@comanda/shared';
import type { EditedItemView } from '@comanda/shared';
import type { Editor } from '../office/item-editing.js';
import { ItemEditing } from '../office/item-editing.js';
import { PhotoStore } from './photo-store.js';

/** The photo of one dish: each change of it is a revision of the menu like any other. */
@Injectable()
export class ItemPhotos {
  constructor(
    private readonly items: ItemEditing,
    private readonly photos: PhotoStore,
  ) {}

  /** Until somebody says what it shows, it shows the dish. */
  async put(locationId: string, itemId: string, picture: Buffer, editor: Editor): Promise<EditedItemView> {
    await this.items.get(locationId, itemId);
    const { id, ground } = await this.photos.keep(picture);
    return this.items.changePhoto(locationId, itemId, editor, ({ name, photo }) => {
      return { url: photoUrl(id), alt: photo?.alt ?? name, ground };
    });
  }

  remove(locationId: string, itemId: string, editor: Editor): Promise<EditedItemView> {
    return this.items.changePhoto(locationId, itemId, editor, () => null);
  }
}
