import { Injectable } from '@nestjs/common';
import type {
  EditedGroupView,
  EditedItemView,
  EditedSectionView,
  EditOutcome,
  MenuDocument,
  MenuEntityRef,
  ModifierGroupView,
  OrderSectionsRequest,
  MenuSectionView,
  PutGroupRequest,
  PutItemRequest,
  PutSectionRequest,
} from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';
import { MenuStore } from '../menu-store.js';
import { groupIn, inSections, itemIn, withEntity, withItem, withoutEntity } from './document-changes.js';
import { faultsOfId } from './entity-faults.js';
import { entityIn, pointerInto, versionOf } from './entity-kinds.js';
import type { EntityKind } from './entity-kinds.js';
import { GuardedEditing } from './guarded-editing.js';
import { refuse } from './item-references.js';
import { itemViewIn } from './item-view.js';
import { withOptionRecipesOf, withRecipesOf } from './kept-recipes.js';
import { refuseOtherState, refuseOtherVersion } from './preconditions.js';
import type { Precondition, PutPrecondition } from './preconditions.js';
import { faultsOfGroup, faultsOfItem, faultsOfOrder, faultsOfSection } from './put-faults.js';
import { removalOf, writingOf } from './summaries.js';
import { SurroundingsReader } from './surroundings.js';
import { refuseInUse, usersOfGroup, usersOfItem, usersOfSection, usersOfVariants } from './users-of.js';
import { withoutNulls } from './without-nulls.js';

export interface Target {
  readonly locationId: string;
  readonly id: string;
  readonly by: string;
}

interface Put<Request> {
  readonly kind: EntityKind;
  readonly seen: PutPrecondition;
  readonly request: Request & { readonly id?: string };
  readonly change: (document: MenuDocument) => MenuDocument;
}

/** Puts whole items, sections and groups into the menu and takes them out. */
@Injectable()
export class EntityEditing {
  constructor(
    private readonly menus: MenuStore,
    private readonly editing: GuardedEditing,
    private readonly surroundings: SurroundingsReader,
  ) {}

  async sections(locationId: string): Promise<MenuSectionView[]> {
    const { document } = await this.menus.current(locationId);
    return document.sections.map((section) => ({ etag: versionOf(document, 'section', section.id), section }));
  }

  async groups(locationId: string): Promise<ModifierGroupView[]> {
    const { document } = await this.menus.current(locationId);
    return document.modifierGroups.map((group) => ({ etag: versionOf(document, 'modifier-group', group.id), group }));
  }

  async putItem(target: Target, seen: PutPrecondition, body: PutItemRequest): Promise<EditedItemView> {
    const { id } = target;
    const around = await this.surroundings.of(target.locationId, body.photo ? [body.photo.url] : []);
    const { after, ...outcome } = await this.#put(target, {
      kind: 'item',
      seen,
      request: body,
      change: (document) => {
        const old = document.items.find((each) => each.id === id);
        const request = withoutNulls(withRecipesOf(old, body));
        const { sectionIds, ...item } = request;
        refuse(faultsOfItem(request, old, document, around));
        const kept = new Set(item.variants.map((variant) => variant.id));
        const gone = (old?.variants ?? []).filter((variant) => !kept.has(variant.id));
        refuseInUse(
          usersOfVariants(
            document,
            gone.map((variant) => variant.id),
          ),
        );
        const written = withItem(document, { ...item, id });
        return sectionIds === undefined ? written : inSections(written, id, sectionIds);
      },
    });
    return { ...itemViewIn(after, itemIn(after, id)), ...outcome };
  }

  async putSection(target: Target, seen: PutPrecondition, body: PutSectionRequest): Promise<EditedSectionView> {
    const request = withoutNulls({ ...body });
    const section = { ...request, id: target.id };
    const { after, ...outcome } = await this.#put(target, {
      kind: 'section',
      seen,
      request,
      change: (document) => {
        refuse(faultsOfSection(request, document));
        return { ...document, sections: withEntity(document.sections, section) };
      },
    });
    return { etag: versionOf(after, 'section', target.id), section, ...outcome };
  }

  /** Throws `invalid_request` unless the order names every section once: somebody may have added one meanwhile. */
  async orderSections(locationId: string, by: string, { sectionIds }: OrderSectionsRequest): Promise<EditOutcome> {
    const { after: _, ...outcome } = await this.editing.edit(locationId, {
      change: (document) => {
        refuse(faultsOfOrder(sectionIds, document));
        const places = new Map(sectionIds.map((id, place) => [id, place]));
        const placeOf = (id: string): number => places.get(id) ?? sectionIds.length;
        return { ...document, sections: document.sections.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)) };
      },
      isEdited: () => false,
      pointerOf: () => undefined,
      summary: () => 'Changed the order of the sections',
      by,
    });
    return outcome;
  }

  async putGroup(target: Target, seen: PutPrecondition, body: PutGroupRequest): Promise<EditedGroupView> {
    const around = await this.surroundings.of(target.locationId);
    const { after, ...outcome } = await this.#put(target, {
      kind: 'modifier-group',
      seen,
      request: body,
      change: (document) => {
        const old = document.modifierGroups.find(({ id }) => id === target.id);
        const request = withoutNulls(withOptionRecipesOf(old, body));
        refuse(faultsOfGroup(request, old, document, around));
        const group = { ...request, id: target.id };
        return { ...document, modifierGroups: withEntity(document.modifierGroups, group) };
      },
    });
    return { etag: versionOf(after, 'modifier-group', target.id), group: groupIn(after, target.id), ...outcome };
  }

  /** Takes an entity off the menu; throws `in_use` naming what needs it. */
  async remove(kind: EntityKind, target: Target, seen: Precondition): Promise<EditOutcome> {
    const { locationId, id, by } = target;
    const { after: _, ...outcome } = await this.editing.edit(locationId, {
      change: (document) => {
        if (!entityIn(document, kind, id)) throw new DomainError('not_found', 'There is no such entry on the menu.');
        refuseOtherVersion(seen, versionOf(document, kind, id));
        refuseInUse(usersOf(document, kind, id));
        return withoutEntity(document, kind, id);
      },
      isEdited: () => false,
      pointerOf: () => undefined,
      summary: removalOf(kind, id),
      by,
    });
    return outcome;
  }

  #put<Request>({ locationId, id, by }: Target, { kind, seen, request, change }: Put<Request>) {
    return this.editing.edit(locationId, {
      change: (document) => {
        const old = entityIn(document, kind, id);
        refuseOtherState(seen, old && versionOf(document, kind, id));
        refuse(faultsOfId(id, request.id, old === undefined));
        return change(document);
      },
      isEdited: (entity, after) => pointerInto(after, kind, id, entity) !== undefined,
      pointerOf: (entity, after) => pointerInto(after, kind, id, entity),
      summary: writingOf(kind, id),
      by,
    });
  }
}

function usersOf(document: MenuDocument, kind: EntityKind, id: MenuEntityRef['id']) {
  if (kind === 'section') return usersOfSection(document, id);
  return kind === 'item' ? usersOfItem(document, itemIn(document, id)) : usersOfGroup(document, id);
}
