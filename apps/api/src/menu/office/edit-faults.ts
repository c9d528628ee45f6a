import { validateMenu } from '@comanda/shared';
import type {
  MenuDocument,
  MenuEntityKind,
  MenuEntityRef,
  MenuFinding,
  MenuFindingCode,
  ProblemItem,
} from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';

/** An edit may leave these behind: the rest of the menu goes on, and the answer tells them. */
const TOLD: ReadonlySet<MenuFindingCode> = new Set(['required_group_without_options', 'required_group_unsellable']);

/** Where in the request's body an entity stands; undefined when it stands elsewhere. */
export type PointerOf = (entity: MenuEntityRef) => string | undefined;

/** Throws `invalid_request` naming every error that the menu has with the edit and had not before. */
export function refuseNewFaults(before: MenuDocument, after: MenuDocument, pointerOf: PointerOf): void {
  const faults = newFindings(before, after).filter(({ severity, code }) => severity === 'error' && !TOLD.has(code));
  if (faults.length > 0) {
    throw new DomainError('invalid_request', 'The menu would be wrong with this change; errors names each point.', [
      ...faults.map((fault) => toProblemItem(fault, pointerOf)),
    ]);
  }
}

/** What is to be looked at in the edited entities, and what the edit has brought about elsewhere. */
export function findingsOfEdit(
  before: MenuDocument,
  after: MenuDocument,
  isEdited: (entity: MenuEntityRef) => boolean,
): MenuFinding[] {
  const fresh = new Set(newFindings(before, after).map(keyOf));
  return validateMenu(after).filter((finding) => isEdited(finding.entity) || fresh.has(keyOf(finding)));
}

function newFindings(before: MenuDocument, after: MenuDocument): MenuFinding[] {
  const known = new Set(validateMenu(before).map(keyOf));
  return validateMenu(after).filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ code, entity, detail }: MenuFinding): string {
  return [code, entity.kind, entity.id, detail].join('\n');
}

/** The field that a fault of an edited entity is about, where its code alone tells that. */
const FIELDS: Partial<Readonly<Record<MenuFindingCode, string>>> = {
  missing_text: '/name',
  negative_price: '/priceMinor',
  invalid_availability: '/availability',
};

const REFERENCES: Partial<Readonly<Record<MenuFindingCode, Partial<Record<MenuEntityKind, string>>>>> = {
  unknown_reference: { section: '/itemIds', item: '/modifierGroupIds', variant: '/modifierGroupIds' },
};

function toProblemItem({ code, entity, detail }: MenuFinding, pointerOf: PointerOf): ProblemItem {
  const place = pointerOf(entity);
  const pointer = place === undefined ? '' : `${place}${FIELDS[code] ?? REFERENCES[code]?.[entity.kind] ?? ''}`;
  return { pointer, code, detail, resource: `${entity.kind}/${entity.id}` };
}
