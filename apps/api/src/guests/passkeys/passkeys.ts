import { Injectable } from '@nestjs/common';
import type { PasskeyCreationView, PasskeyView, RegisterPasskeyRequest } from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { Clock } from '../../platform/clock/index.js';
import { Database, databaseFault, Transactions } from '../../platform/database/index.js';
import { DomainError, secretHash } from '../../platform/http/index.js';
import { GuestAccounts, lockAccount } from '../account/guest-accounts.js';
import { CHALLENGE_LIFE_MS, PasskeyChallenges } from './passkey-challenges.js';
import type { PasskeySite } from './passkey-site.js';
import { PasskeyEntity } from './passkey.entity.js';

/** What authenticators sign with: Ed25519, ES256, RS256 (COSE numbers). */
const ALGORITHMS = [-8, -7, -257] as const;

/** The passkeys of a guest: keys on their own devices, of which only the public half is here. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly accounts: GuestAccounts,
    private readonly challenges: PasskeyChallenges,
    private readonly clock: Clock,
  ) {}

  async list(guestId: string): Promise<PasskeyView[]> {
    return (await this.#rows(guestId)).map(toPasskeyView);
  }

  /** What the browser needs to make one. Throws `invalid_request` when there are too many. */
  async prepare(guestId: string, { rpId }: PasskeySite): Promise<PasskeyCreationView> {
    const [account, own] = await Promise.all([this.accounts.get(guestId), this.#rows(guestId)]);
    requireRoom(own);
    return {
      challenge: await this.challenges.give(guestId),
      rp: { id: rpId, name: rpId },
      user: {
        id: Buffer.from(guestId).toString('base64url'),
        name: account.email,
        displayName: account.name ?? account.email,
      },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
      timeout: CHALLENGE_LIFE_MS,
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      excludeCredentials: own.map(({ credentialId: id }) => ({ id, type: 'public-key' })),
    };
  }

  /** Throws `invalid_passkey` when the browser did not answer what it was asked, `already_exists` for a known one. */
  async register(guestId: string, request: RegisterPasskeyRequest, site: PasskeySite): Promise<PasskeyView> {
    const publicKey = await this.#verified(guestId, request, site);
    const passkey = Object.assign(new PasskeyEntity(), {
      id: secretHash(request.credentialId),
      guestId,
      credentialId: request.credentialId,
      publicKey,
      uses: 0,
      name: request.name.trim(),
      createdAt: this.clock.now(),
      lastUsedAt: null,
    });
    try {
      await this.transactions.run(async (tx) => {
        await lockAccount(tx, guestId);
        requireRoom(await tx.manager.findBy(PasskeyEntity, { guestId }));
        await tx.manager.insert(PasskeyEntity, passkey);
      });
    } catch (error) {
      if (databaseFault(error) !== 'duplicate') throw error;
      throw new DomainError('already_exists', 'This passkey is registered already.');
    }
    return toPasskeyView(passkey);
  }

  /** Throws `not_found`. */
  async remove(guestId: string, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await tx.manager.existsBy(PasskeyEntity, { id, guestId }))) {
        throw new DomainError('not_found', 'There is no such passkey in your account.');
      }
      await tx.manager.delete(PasskeyEntity, { id, guestId });
    });
  }

  async #verified(guestId: string, request: RegisterPasskeyRequest, site: PasskeySite): Promise<string> {
    const { credentialId: id, clientDataJSON, attestationObject } = request;
    const challenge = await this.challenges.take(clientDataJSON, guestId);
    if (challenge === null) throw unusable();
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const verdict = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: [...ALGORITHMS],
    }).catch(() => null);
    if (!verdict?.verified) throw unusable();
    return Buffer.from(verdict.registrationInfo.credential.publicKey).toString('base64url');
  }

  #rows(guestId: string): Promise<PasskeyEntity[]> {
    return this.database.reader.find(PasskeyEntity, { where: { guestId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }
}

function requireRoom(own: readonly PasskeyEntity[]): void {
  if (own.length < GUEST_LIMITS.passkeys) return;
  const detail = `An account has ${String(GUEST_LIMITS.passkeys)} passkeys at most. Delete one first.`;
  throw new DomainError('invalid_request', detail, [
    { pointer: '', code: 'too_many', detail, limit: GUEST_LIMITS.passkeys },
  ]);
}

function unusable(): DomainError {
  return new DomainError('invalid_passkey', 'The passkey was not made for what was asked. Try it again.');
}

function toPasskeyView({ id, name, createdAt, lastUsedAt }: PasskeyEntity): PasskeyView {
  return {
    id,
    name,
    createdAt: new Date(createdAt).toISOString(),
    ...(lastUsedAt === null ? {} : { lastUsedAt: new Date(lastUsedAt).toISOString() }),
  };
}
