import type { ApiProblem } from '../../core/api/api-problem';
import { LOGIN_TEXTS } from './login-texts';

/** Why nobody was logged in, as a person says it. */
export function refusalOf(problem: ApiProblem): string {
  switch (problem.code) {
    case 'invalid_login':
    case 'invalid_request':
      return LOGIN_TEXTS.wrong;
    case 'insecure_transport':
      return LOGIN_TEXTS.insecureTransport;
    case 'too_many_requests':
      return LOGIN_TEXTS.tooMany;
    case 'unreachable':
      return LOGIN_TEXTS.unreachable;
    default:
      return LOGIN_TEXTS.failed;
  }
}

const LOCAL_HOST = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** True when what is typed here travels in the clear. */
export function isInsecurePage({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean {
  return protocol === 'http:' && !LOCAL_HOST.test(hostname);
}
