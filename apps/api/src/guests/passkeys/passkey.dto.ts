import type {
  AskPasskeyChallengeRequest,
  AskPasskeyCreationRequest,
  PasskeyLoginRequest,
  RegisterPasskeyRequest,
} from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { EnumField, StringField } from '../../platform/http/index.js';

const BASE64URL = /^[\w-]+$/;
const CREDENTIAL_ID = { min: 1, max: GUEST_LIMITS.credentialId, pattern: BASE64URL, example: 'rfl8PkWGZsGJBjdVvAWdUw' };
const PART = { min: 1, max: GUEST_LIMITS.passkeyPart, pattern: BASE64URL };

export class AskPasskeyChallengeDto implements AskPasskeyChallengeRequest {
  @EnumField(['log-in'])
  purpose!: 'log-in';
}

export class AskPasskeyCreationDto implements AskPasskeyCreationRequest {
  @EnumField(['register'])
  purpose!: 'register';
}

export class RegisterPasskeyDto implements RegisterPasskeyRequest {
  @StringField({ min: 1, max: GUEST_LIMITS.passkeyName, pattern: /\S/, example: 'My phone' })
  name!: string;

  @StringField(CREDENTIAL_ID)
  credentialId!: string;

  @StringField(PART)
  clientDataJSON!: string;

  @StringField(PART)
  attestationObject!: string;
}

export class PasskeyLoginDto implements PasskeyLoginRequest {
  @StringField(CREDENTIAL_ID)
  credentialId!: string;

  @StringField(PART)
  clientDataJSON!: string;

  @StringField(PART)
  authenticatorData!: string;

  @StringField(PART)
  signature!: string;
}
