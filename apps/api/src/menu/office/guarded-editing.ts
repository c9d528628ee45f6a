import { Injectable } from '@nestjs/common';
import type { EditOutcome, MenuDocument, MenuEntityRef } from '@comanda/shared';
import { MenuEditing } from '../menu-editing.js';
import { findingsOfEdit, refuseNewFaults } from './edit-faults.js';

export interface GuardedEdit {
  /** Pure; may throw a DomainError. */
  readonly change: (document: MenuDocument) => MenuDocument;
  /** True for the entities about which the person is told all there is to look at. */
  readonly isEdited: (entity: MenuEntityRef, after: MenuDocument) => boolean;
  /** Where in the request's body an entity of the changed menu stands. */
  readonly pointerOf: (entity: MenuEntityRef, after: MenuDocument) => string | undefined;
  readonly summary: (before: MenuDocument, after: MenuDocument) => string;
  readonly by: string;
}

/** One person's edit of one entity: it may leave things to look at, but it never makes the menu wrong. */
@Injectable()
export class GuardedEditing {
  constructor(private readonly editing: MenuEditing) {}

  async edit(locationId: string, edit: GuardedEdit): Promise<EditOutcome & { readonly after: MenuDocument }> {
    const change = (before: MenuDocument): MenuDocument => {
      const after = edit.change(before);
      refuseNewFaults(before, after, (entity) => edit.pointerOf(entity, after));
      return after;
    };
    const { number, before, after } = await this.editing.edit(locationId, {
      change,
      cause: 'edit',
      summary: edit.summary,
      by: edit.by,
    });
    const findings = findingsOfEdit(before, after, (entity) => edit.isEdited(entity, after));
    return { revision: number, findings, after };
  }
}
