import type { TicketState } from '@comanda/shared';
import type { ApiProblem } from '../../core/api/api-problem';
import { REFUSAL_TEXTS } from './ticket-texts';

/** Why a command had no effect, in a cook's words. `now`: how the ticket is known to stand meanwhile. */
export function refusalWords(problem: ApiProblem, now?: TicketState): string {
  const t = REFUSAL_TEXTS;
  if (problem.answerLost) return t.unreachable;
  switch (problem.code) {
    case 'version_mismatch':
      return t.changed;
    case 'invalid_transition':
      return (now === undefined ? undefined : BY_STATE[now]) ?? problem.message;
    case 'unauthenticated':
    case 'csrf_token_missing':
      return t.loggedOut;
    case 'allergy_unacknowledged':
      return t.allergyUnread;
    case 'forbidden':
      return t.forbidden;
    case 'not_found':
      return t.gone;
    default:
      return problem.message;
  }
}

const BY_STATE: Readonly<Partial<Record<TicketState, string>>> = {
  cancelled: REFUSAL_TEXTS.cancelled,
  ready: REFUSAL_TEXTS.bumped,
  handed: REFUSAL_TEXTS.handed,
  closed: REFUSAL_TEXTS.handed,
};
