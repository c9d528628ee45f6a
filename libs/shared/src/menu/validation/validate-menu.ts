import type { MenuDocument } from '../menu.js';
import type { MenuFinding } from '../menu-view.js';
import { checkAvailabilityRules } from './check-availability-rules.js';
import { checkCycles } from './check-cycles.js';
import { checkDietary } from './check-dietary.js';
import { checkGroups } from './check-groups.js';
import { checkIds } from './check-ids.js';
import { checkOrphans, checkReferences } from './check-references.js';
import { checkRecipes } from './check-recipes.js';
import { checkTexts } from './check-texts.js';
import { checkPrices, checkValues } from './check-values.js';
import type { MenuCheck } from './finding.js';
import { soundMenu } from './sound-menu.js';

const CHECKS: readonly MenuCheck[] = [
  checkIds,
  checkReferences,
  checkCycles,
  checkGroups,
  checkOrphans,
  checkPrices,
  checkValues,
  checkDietary,
  checkAvailabilityRules,
  checkRecipes,
  checkTexts,
];

/** All that a person should look at in a menu, errors first. Content that is odd makes findings, never an exception. */
export function validateMenu(document: MenuDocument): MenuFinding[] {
  const menu = soundMenu(document);
  const findings = CHECKS.flatMap((check) => check(menu));
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
}
