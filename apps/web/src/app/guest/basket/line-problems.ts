import type { BasketProblem, ProblemItem } from '@comanda/shared';

/** What is wrong with one line, and what a guest can do about it besides removing it. */
export interface LineProblem {
  readonly text: string;
  readonly mend: 'reduce' | 'change' | 'remove';
  /** With `reduce`: how many can be had. */
  readonly limit: number;
}

/** Sorts problems by the line that they are about. One sentence a line is enough: the first. */
export function problemsByLine(problems: readonly (BasketProblem | ProblemItem)[]): ReadonlyMap<number, LineProblem> {
  const byLine = new Map<number, LineProblem>();
  for (const problem of problems) {
    const at = /lines\/(\d+)/.exec(problem.pointer)?.[1];
    if (at !== undefined && !byLine.has(Number(at))) byLine.set(Number(at), toLineProblem(problem));
  }
  return byLine;
}

function toLineProblem({ code, limit = 0, pointer }: BasketProblem | ProblemItem): LineProblem {
  const part = pointer.includes('/options');
  if (code === 'sold_out' && limit > 0 && !part) return { text: fewLeft(limit), mend: 'reduce', limit };
  if (part && (code === 'sold_out' || code === 'suspended')) return { text: OPTION_SOLD_OUT, mend: 'change', limit };
  return toDishProblem(code, limit);
}

function toDishProblem(code: string, limit: number): LineProblem {
  switch (code) {
    case 'sold_out':
      return { text: SOLD_OUT, mend: 'remove', limit };
    case 'suspended':
      return { text: SUSPENDED, mend: 'remove', limit };
    case 'outside_hours':
      return { text: OUTSIDE_HOURS, mend: 'remove', limit };
    case 'needs_lead_time':
      return { text: LEAD_TIME, mend: 'remove', limit };
    case 'past_cutoff':
      return { text: CUTOFF, mend: 'remove', limit };
    case 'item_quantity_exceeded':
      return { text: $localize`:@@guest.problem.tooMany:At most ${limit}:count: in one order`, mend: 'reduce', limit };
    case 'unknown_item':
    case 'only_as_option':
      return { text: $localize`:@@guest.problem.gone:No longer on the menu`, mend: 'remove', limit };
    default:
      return {
        text: $localize`:@@guest.problem.changed:The choices for this dish have changed`,
        mend: 'change',
        limit,
      };
  }
}

const SOLD_OUT = $localize`:@@guest.problem.soldOut:Sold out`;
const SUSPENDED = $localize`:@@guest.problem.suspended:Not available right now`;
const OUTSIDE_HOURS = $localize`:@@guest.problem.outsideHours:Not served at this time`;
const LEAD_TIME = $localize`:@@guest.problem.leadTime:Must be ordered earlier: choose a later time`;
const CUTOFF = $localize`:@@guest.problem.cutoff:No longer for this day: choose another day`;
const OPTION_SOLD_OUT = $localize`:@@guest.problem.optionSoldOut:One of the choices is sold out`;

function fewLeft(limit: number): string {
  return $localize`:@@guest.problem.fewLeft:Only ${limit}:count: left`;
}
