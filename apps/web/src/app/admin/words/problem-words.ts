import type { ApiProblem } from '../../core/api/api-problem';

/** What a failed request means for the person who made it. What the server said in words comes through. */
export function problemWords(problem: ApiProblem): string {
  switch (problem.code) {
    case 'unreachable':
      return 'The server does not answer. Check the network, then try again.';
    case 'unauthenticated':
    case 'csrf_token_missing':
      return 'You are logged out. Log in again; nothing was changed.';
    case 'forbidden':
      return 'Your role does not allow this. Ask a manager.';
    case 'too_many_requests':
      return 'Too much at once. Wait a moment, then try again.';
    case 'unexpected':
    case 'internal_error':
      return `The server failed to answer properly${reference(problem)}. Try again; if it stays, tell whoever runs it.`;
    default:
      return problem.items.length === 0 ? problem.message : problem.items.map(({ detail }) => detail).join(' ');
  }
}

function reference({ requestId }: ApiProblem): string {
  return requestId === undefined ? '' : ` (request ${requestId})`;
}
