import { Injectable } from '@nestjs/common';
import type {
  ChangeItemRequest,
  ChangeVariantRequest,
  EditedItemView,
  Item,
  MenuDocument,
  MenuItemsView,
  MenuItemView,
  Photo,
  Text,
} from '@comanda/shared';
import { MenuStore } from '../menu-store.js';
import { textWith, withChanges } from './changed-entity.js';
import { faultsOfChange, withChangedItem } from './changed-item.js';
import { itemIn, itemOfVariant, withItem } from './document-changes.js';
import type { PointerOf } from './edit-faults.js';
import { GuardedEditing } from './guarded-editing.js';
import { refuse, unknownLanguages } from './item-references.js';
import { itemViewIn, toMenuItemView } from './item-view.js';
import { refuseOtherVersion } from './preconditions.js';
import type { Precondition } from './preconditions.js';
import { changeOfItem, changeOfVariant } from './summaries.js';
import type { Summary } from './summaries.js';
import { SurroundingsReader } from './surroundings.js';

/** Who edits, and which versions may be overwritten. */
export interface Editor {
  readonly seen: Precondition;
  readonly by: string;
}

interface ItemEdit {
  readonly itemId: string;
  readonly change: (document: MenuDocument, item: Item<Text>) => MenuDocument;
  readonly pointerOf: PointerOf;
  readonly summary: Summary;
}

/** Reads and edits single items. Each edit is a revision of the menu. */
@Injectable()
export class ItemEditing {
  constructor(
    private readonly menus: MenuStore,
    private readonly editing: GuardedEditing,
    private readonly surroundings: SurroundingsReader,
  ) {}

  async list(locationId: string): Promise<MenuItemsView> {
    const { number, document, index } = await this.menus.current(locationId);
    const { currency, languages, defaultLanguage, sections, items } = document;
    return {
      revision: number,
      currency,
      languages,
      defaultLanguage,
      sections: sections.map(({ id, name }) => ({ id, name })),
      data: items.map((item) => toMenuItemView(item, index.sectionsByItem.get(item.id) ?? [])),
    };
  }

  /** Throws `not_found`. */
  async get(locationId: string, itemId: string): Promise<MenuItemView> {
    const { document } = await this.menus.current(locationId);
    return itemViewIn(document, itemIn(document, itemId));
  }

  async change(
    locationId: string,
    itemId: string,
    request: ChangeItemRequest,
    editor: Editor,
  ): Promise<EditedItemView> {
    const surroundings = await this.surroundings.of(locationId, request.photo ? [request.photo.url] : []);
    return this.#edit(locationId, editor, {
      itemId,
      change: (document, item) => {
        refuse(faultsOfChange(request, item, document, surroundings));
        return withChangedItem(document, item, request);
      },
      pointerOf: ({ kind, id }) => (kind === 'item' && id === itemId ? '' : undefined),
      summary: changeOfItem(itemId, request),
    });
  }

  /** Gives the item the photo that it shall have, or takes it away. */
  async changePhoto(
    locationId: string,
    itemId: string,
    editor: Editor,
    photoOf: (item: Item<Text>) => Photo<Text> | null,
  ): Promise<EditedItemView> {
    return this.#edit(locationId, editor, {
      itemId,
      change: (document, item) => withItem(document, withChanges(item, { photo: photoOf(item) })),
      pointerOf: () => undefined,
      summary: changeOfItem(itemId, { photo: null }),
    });
  }

  async changeVariant(
    locationId: string,
    variantId: string,
    request: ChangeVariantRequest,
    editor: Editor,
  ): Promise<EditedItemView> {
    const { document: seen } = await this.menus.current(locationId);
    const { id: itemId } = itemOfVariant(seen, variantId);
    return this.#edit(locationId, editor, {
      itemId,
      change: (document, item) => {
        refuse(unknownLanguages(['name'], request.name, document));
        return withItem(document, withChangedVariant(item, variantId, request));
      },
      pointerOf: ({ kind, id }) => (kind === 'variant' && id === variantId ? '' : undefined),
      summary: changeOfVariant(itemId, variantId),
    });
  }

  async #edit(locationId: string, { seen, by }: Editor, edit: ItemEdit): Promise<EditedItemView> {
    const { itemId, change, pointerOf, summary } = edit;
    const { after, ...outcome } = await this.editing.edit(locationId, {
      change: (document) => {
        const item = itemIn(document, itemId);
        refuseOtherVersion(seen, itemViewIn(document, item).etag);
        return change(document, item);
      },
      isEdited: ({ kind, id }, document) =>
        kind === 'variant' ? hasVariant(itemIn(document, itemId), id) : kind === 'item' && id === itemId,
      pointerOf,
      summary,
      by,
    });
    return { ...itemViewIn(after, itemIn(after, itemId)), ...outcome };
  }
}

function withChangedVariant(item: Item<Text>, variantId: string, request: ChangeVariantRequest): Item<Text> {
  const { name, priceMinor, listPriceMinor } = request;
  const variants = item.variants.map((variant) =>
    variant.id === variantId
      ? withChanges(variant, { priceMinor, listPriceMinor, name: textWith(variant.name, name) })
      : variant,
  );
  return { ...item, variants };
}

function hasVariant({ variants }: Item<Text>, variantId: string): boolean {
  return variants.some(({ id }) => id === variantId);
}
