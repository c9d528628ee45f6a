import type { MenuFinding } from '../menu-view.js';
import { findingsIn, type MenuCheck } from './finding.js';
import { subjectsOf } from './subjects.js';

/** Ids are there, and unique within their kind over the whole menu. */
export const checkIds: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const seen = new Map<string, number>();
  const found: MenuFinding[] = [];
  for (const subject of subjectsOf(menu)) {
    const key = `${subject.kind} ${subject.id}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (subject.id === '')
      found.push(error('invalid_value', subject, `A ${wordOf(subject.kind)} has no id. Give it one.`));
    else if (count === 2)
      found.push(
        error(
          'duplicate_id',
          subject,
          `Several ${wordOf(subject.kind)}s have the id ${subject.id}. Give each its own.`,
        ),
      );
  }
  return found;
};

function wordOf(kind: string): string {
  return kind.replace('-', ' ');
}
