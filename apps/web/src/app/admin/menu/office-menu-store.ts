import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import type {
  ChangeItemRequest,
  ChangeVariantRequest,
  EditOutcome,
  EditedItemView,
  MenuItemView,
  MenuItemsView,
  MenuRevisionView,
  PutItemRequest,
} from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

const REST_MS = 200;

/** The menu as the office edits it, kept fresh; each change names the version that its editor saw. */
@Injectable()
export class OfficeMenuStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly base = computed(() => {
    const id = this.session.locationId();
    return id === null ? undefined : apiUrl('/locations', id);
  });
  private readonly picture = httpResource<MenuItemsView>(() => {
    const base = this.base();
    return base === undefined ? undefined : `${base}/menu-items`;
  });
  private readonly known = linkedSignal<MenuItemsView | null, MenuItemsView | null>({
    source: () => (this.picture.hasValue() ? this.picture.value() : null),
    computation: (fresh, previous) => newest(fresh, previous?.value ?? null),
  });
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly menu = this.known.asReadonly();
  readonly byItem = computed(() => new Map((this.known()?.data ?? []).map((view) => [view.item.id, view])));
  readonly failure = computed(() => {
    const error = this.picture.error();
    return error === undefined ? null : toApiProblem(error);
  });

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => type === 'menu.published' && this.reloadSoon(),
      onRefetch: () => this.picture.reload(),
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      if (this.timer !== null) clearTimeout(this.timer);
    });
  }

  reload(): void {
    this.picture.reload();
  }

  /** Both throw an ApiProblem: `version_mismatch` when somebody was quicker. */
  async changeItem(itemId: string, etag: string, change: ChangeItemRequest): Promise<MenuItemView> {
    return this.take(await this.api.patch<EditedItemView>(this.url('menu-items', itemId), change, { ifMatch: etag }));
  }

  async changeVariant(variantId: string, etag: string, change: ChangeVariantRequest): Promise<MenuItemView> {
    const url = this.url('menu-variants', variantId);
    return this.take(await this.api.patch<EditedItemView>(url, change, { ifMatch: etag }));
  }

  /** The whole item in place of the one with that etag, or a new one where that is null; throws as above. */
  async putItem(itemId: string, etag: string | null, request: PutItemRequest): Promise<EditedItemView> {
    const condition = etag === null ? { ifNoneMatch: '*' } : { ifMatch: etag };
    const edited = await this.api.put<EditedItemView>(this.url('menu-items', itemId), request, condition);
    this.take(edited);
    return edited;
  }

  /** Gives an item its photo, which is sent to the address that is passed. */
  async putPhoto(itemId: string, send: (url: string) => Promise<EditedItemView>): Promise<MenuItemView> {
    return this.take(await send(`${this.url('menu-items', itemId)}/photo`));
  }

  async removePhoto(itemId: string, etag: string): Promise<MenuItemView> {
    const url = `${this.url('menu-items', itemId)}/photo`;
    return this.take(await this.api.delete<EditedItemView>(url, { ifMatch: etag }));
  }

  /** Takes an item off the menu; throws `in_use` when something needs it. */
  async removeItem(itemId: string, etag: string): Promise<void> {
    const { revision } = await this.api.delete<EditOutcome>(this.url('menu-items', itemId), { ifMatch: etag });
    this.known.update((menu) => {
      if (menu === null) return null;
      return { ...menu, revision, data: menu.data.filter(({ item }) => item.id !== itemId) };
    });
  }

  /** The item as it is now; null when it is gone. */
  async fetchItem(itemId: string): Promise<MenuItemView | null> {
    const view = await this.api.get<MenuItemView>(this.url('menu-items', itemId)).catch((error: unknown) => {
      const problem = toApiProblem(error);
      if (problem.code === 'not_found') return null;
      throw problem;
    });
    if (view !== null) this.put(view, this.known()?.revision ?? 0);
    return view;
  }

  /** The newest revision: who changed the menu last. */
  async lastRevision(): Promise<MenuRevisionView | null> {
    const revisions = await this.api.get<readonly MenuRevisionView[]>(`${this.base() ?? ''}/menu-revisions`);
    return revisions[0] ?? null;
  }

  private take({ revision, etag, sectionIds, item }: EditedItemView): MenuItemView {
    const view = { etag, sectionIds, item };
    this.put(view, revision);
    return view;
  }

  private put(view: MenuItemView, revision: number): void {
    this.known.update((menu) => {
      if (menu === null) return null;
      const known = menu.data.some(({ item }) => item.id === view.item.id);
      const data = known
        ? menu.data.map((each) => (each.item.id === view.item.id ? view : each))
        : [...menu.data, view];
      return { ...menu, revision: Math.max(menu.revision, revision), data };
    });
  }

  /** A paste makes many revisions; one look at the end is enough. */
  private reloadSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.picture.reload(), REST_MS);
  }

  private url(what: string, id: string): string {
    return `${this.base() ?? ''}/${what}/${encodeURIComponent(id)}`;
  }
}

function newest(fresh: MenuItemsView | null, known: MenuItemsView | null): MenuItemsView | null {
  if (fresh === null || known === null) return fresh ?? known;
  return fresh.revision >= known.revision ? fresh : known;
}
