import { Injectable, inject } from '@angular/core';
import {
  WebAuthnError,
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type {
  GuestSessionView,
  PasskeyChallengeView,
  PasskeyCreationView,
  PasskeyLoginRequest,
  PasskeyView,
  RegisterPasskeyRequest,
} from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { PublicApi } from '../../core/api/public-api';
import { AccountStore } from './account-store';

/** Makes passkeys on this device and logs in with them. */
@Injectable({ providedIn: 'root' })
export class PasskeyDevice {
  private readonly api = inject(PublicApi);
  private readonly store = inject(AccountStore);

  readonly supported = browserSupportsWebAuthn();

  /** False when the guest thought better of it. Throws an ApiProblem when the passkey is not known. */
  async logIn(): Promise<boolean> {
    const here = apiUrl('/guest-account');
    const challenge = await this.api.post<PasskeyChallengeView>(`${here}/passkey-challenges`, { purpose: 'log-in' });
    const optionsJSON = challenge as PublicKeyCredentialRequestOptionsJSON;
    const signed = await orNull(startAuthentication({ optionsJSON }));
    if (signed === null) return false;
    const { clientDataJSON, authenticatorData, signature } = signed.response;
    const request: PasskeyLoginRequest = { credentialId: signed.id, clientDataJSON, authenticatorData, signature };
    await this.store.enter(await this.api.post<GuestSessionView>(`${here}/session/passkey`, request));
    return true;
  }

  /** Null when the guest thought better of it, or has one on this device already. */
  async register(name: string): Promise<PasskeyView | null> {
    const purpose = { purpose: 'register' };
    const wanted = await this.store.write<PasskeyCreationView>('POST', '/passkeys/challenge', purpose);
    const optionsJSON = wanted as unknown as PublicKeyCredentialCreationOptionsJSON;
    const made = await orNull(startRegistration({ optionsJSON }));
    if (made === null) return null;
    const { clientDataJSON, attestationObject } = made.response;
    const request: RegisterPasskeyRequest = { name, credentialId: made.id, clientDataJSON, attestationObject };
    return this.store.write<PasskeyView>('POST', '/passkeys', request);
  }
}

/** Closing the browser's own window is no failure. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WebAuthnError || (error instanceof Error && error.name === 'NotAllowedError')) return null;
    throw error;
  }
}
