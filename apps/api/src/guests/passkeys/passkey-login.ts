import { Injectable } from '@nestjs/common';
import type { PasskeyChallengeView, PasskeyLoginRequest } from '@comanda/shared';
import { Clock } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import { DomainError, secretHash } from '../../platform/http/index.js';
import { GuestAccounts } from '../account/guest-accounts.js';
import { GuestSessions } from '../login/guest-sessions.js';
import type { OpenedSession } from '../login/guest-sessions.js';
import { CHALLENGE_LIFE_MS, PasskeyChallenges } from './passkey-challenges.js';
import { requirePasskeySite } from './passkey-site.js';
import type { PasskeySite } from './passkey-site.js';
import { PasskeyEntity } from './passkey.entity.js';

/** Logs in whoever holds a passkey; the browser finds out which one, nobody types anything. */
@Injectable()
export class PasskeyLogin {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly accounts: GuestAccounts,
    private readonly sessions: GuestSessions,
    private readonly challenges: PasskeyChallenges,
    private readonly clock: Clock,
  ) {}

  /** Throws `insecure_transport` where browsers have no passkeys. */
  async challenge(origin: string): Promise<PasskeyChallengeView> {
    const { rpId } = requirePasskeySite(origin);
    const challenge = await this.challenges.give(null);
    return { challenge, rpId, timeout: CHALLENGE_LIFE_MS, userVerification: 'preferred' };
  }

  /** Throws `invalid_passkey`, whatever was wrong with it. */
  async logIn(request: PasskeyLoginRequest, origin: string): Promise<OpenedSession> {
    const site = requirePasskeySite(origin);
    const challenge = await this.challenges.take(request.clientDataJSON, null);
    const passkey = await this.database.reader.findOneBy(PasskeyEntity, { id: secretHash(request.credentialId) });
    if (challenge === null || !passkey) throw unknownPasskey();
    const uses = await usesAfter(passkey, request, { ...site, challenge });
    return this.transactions.run(async (tx) => {
      const account = await this.accounts.get(passkey.guestId, tx.manager);
      await tx.manager.update(PasskeyEntity, { id: passkey.id }, { uses, lastUsedAt: this.clock.now() });
      return this.sessions.open(tx, account);
    });
  }
}

/** How often the authenticator has signed by now; throws `invalid_passkey` unless it signed this challenge. */
async function usesAfter(
  { credentialId: id, publicKey, uses: counter }: PasskeyEntity,
  { clientDataJSON, authenticatorData, signature }: PasskeyLoginRequest,
  { origin, rpId, challenge }: PasskeySite & { readonly challenge: string },
): Promise<number> {
  // Loaded with the first use: few houses need it, and a start should not wait for it.
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verdict = await verifyAuthenticationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
  }).catch(() => null);
  if (!verdict?.verified) throw unknownPasskey();
  return verdict.authenticationInfo.newCounter;
}

function unknownPasskey(): DomainError {
  return new DomainError('invalid_passkey', 'This passkey is not known here. Log in by mail.');
}
