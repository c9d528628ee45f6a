import type { DeliveryAddress } from '../delivery/delivery-zone.js';
import type { Allergen, DietTag } from '../menu/dietary.js';
import type { CurrencyCode, Minor } from '../money/currency.js';
import type { OrderFulfilmentView, OrderLocationView, OrderView, Page } from '../orders/order-contracts.js';
import type { OrderState } from '../orders/order-state.js';
import type { SameAgainLine } from '../orders/same-again.js';
import type { LanguageTag } from '../text/text.js';

/** How somebody can get into an account here. */
export interface GuestLoginWaysView {
  /** The house sends mail. */
  readonly mail: boolean;
  /** The page came over https or from localhost: browsers give passkeys to no other. */
  readonly passkeys: boolean;
}

/** `POST /guest-account/login-links`. Whoever has no account yet gets one with the first log-in. */
export interface AskLoginLinkRequest {
  readonly email: string;
  readonly language?: LanguageTag;
  /** Tracking token of an order to keep in the account once the link is used. */
  readonly keepOrder?: string;
}

export interface LoginLinkView {
  readonly expiresAt: string;
  readonly goodForSeconds: number;
}

/** `POST /guest-account/session`. */
export interface RedeemLoginLinkRequest {
  readonly loginToken: string;
}

/** Who is logged in as a guest. */
export interface GuestSessionView {
  readonly account: GuestAccountView;
  /** Sent back as `X-CSRF-Token` with every change. */
  readonly csrfToken: string;
  readonly expiresAt: string;
}

export interface GuestAccountView {
  readonly id: string;
  readonly email: string;
  readonly name?: string;
  readonly phone?: string;
  /** Of the mails, and in which the guest would rather read. */
  readonly language: LanguageTag;
  /** The menu's filter begins with these. */
  readonly diets: readonly DietTag[];
  readonly without: readonly Allergen[];
  readonly createdAt: string;
}

/** `PATCH /guest-account`: what is absent stays, null removes. */
export interface ChangeGuestRequest {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly language?: LanguageTag;
  readonly diets?: readonly DietTag[];
  readonly without?: readonly Allergen[];
}

/** `POST /guest-account/email-changes`: a link goes to this address. */
export interface AskEmailChangeRequest {
  readonly email: string;
}

/** The new address that waits to be confirmed. */
export interface EmailChangeView {
  readonly email: string;
  /** Until then the link is good. */
  readonly expiresAt: string;
}

/** `POST /guest-account/email-changes/confirmation`. */
export interface ConfirmEmailChangeRequest {
  readonly token: string;
}

export interface GuestAddressRequest {
  /** "Home", "Work". */
  readonly label?: string;
  readonly address: DeliveryAddress;
  /** The one with which the checkout begins; there is one at most. */
  readonly isDefault?: boolean;
}

export interface GuestAddressView {
  readonly id: string;
  readonly label?: string;
  readonly address: DeliveryAddress;
  readonly isDefault: boolean;
}

/** `POST /guest-account/orders`: keep an order in the account. */
export interface KeepOrderRequest {
  readonly trackingToken: string;
}

/** An order in the account, with all that it takes to order the same again. */
export interface GuestOrderView {
  readonly id: string;
  readonly number: number;
  readonly state: OrderState;
  readonly placedAt: string;
  readonly fulfilment: OrderFulfilmentView;
  readonly currency: CurrencyCode;
  readonly totalMinor: Minor;
  readonly trackingToken: string;
  readonly location: OrderLocationView;
  readonly lines: readonly SameAgainLine[];
}

/** A page of the orders in an account. */
export type GuestOrderPage = Page<GuestOrderView>;

/** Everything that is kept of a guest with an account. */
export interface GuestExportView {
  readonly exportedAt: string;
  readonly account: GuestAccountView;
  readonly addresses: readonly GuestAddressView[];
  readonly passkeys: readonly PasskeyView[];
  readonly sessions: readonly GuestSessionSpanView[];
  readonly orders: readonly OrderView[];
}

/** From when until when a device is logged in. */
export interface GuestSessionSpanView {
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/** `POST /guest-account/passkey-challenges`. */
export interface AskPasskeyChallengeRequest {
  readonly purpose: 'log-in';
}

/** As the browser takes it: PublicKeyCredentialRequestOptionsJSON (WebAuthn, level 3). */
export interface PasskeyChallengeView {
  readonly challenge: string;
  readonly rpId: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly userVerification: 'preferred';
}

/** `POST /guest-account/passkeys/challenge`. */
export interface AskPasskeyCreationRequest {
  readonly purpose: 'register';
}

/** As the browser takes it: PublicKeyCredentialCreationOptionsJSON (WebAuthn, level 3). */
export interface PasskeyCreationView {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly alg: number; readonly type: 'public-key' }[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly attestation: 'none';
  readonly authenticatorSelection: { readonly residentKey: 'required'; readonly userVerification: 'preferred' };
  /** Those that the guest has already. */
  readonly excludeCredentials: readonly { readonly id: string; readonly type: 'public-key' }[];
}

/** `POST /guest-account/passkeys`: what the browser made. Binary parts are base64url. */
export interface RegisterPasskeyRequest {
  readonly name: string;
  readonly credentialId: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
}

/** `POST /guest-account/session/passkey`: what the browser signed. Binary parts are base64url. */
export interface PasskeyLoginRequest {
  readonly credentialId: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

export const GUEST_LIMITS = {
  email: 254,
  token: 64,
  addresses: 20,
  addressLabel: 40,
  passkeys: 10,
  passkeyName: 60,
  credentialId: 1366,
  /** Of each binary part of what a browser says about a passkey, as base64url. */
  passkeyPart: 8192,
} as const;
