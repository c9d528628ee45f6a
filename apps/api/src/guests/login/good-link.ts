import { DomainError } from '../../platform/http/index.js';
import { linkStateAt } from '../domain/login-link.js';

/** A link of a mail that may be used. Throws `not_found`, `login_link_used` and `login_link_expired`. */
export function requireGoodLink<T extends { readonly usedAt: number | null; readonly expiresAt: number }>(
  link: T | undefined,
  now: number,
): T {
  if (!link) throw new DomainError('not_found', 'This link has expired or was mistyped. Ask for a new one.');
  const state = linkStateAt(link, now);
  if (state === 'used') throw new DomainError('login_link_used', 'This link was used already. Ask for a new one.');
  if (state === 'expired') throw new DomainError('login_link_expired', 'This link has expired. Ask for a new one.');
  return link;
}
