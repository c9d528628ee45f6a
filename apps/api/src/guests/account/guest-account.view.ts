import type { GuestAccountView } from '@comanda/shared';
import type { GuestAccountEntity } from './guest-account.entity.js';

export function toGuestAccountView(account: GuestAccountEntity): GuestAccountView {
  const { id, email, name, phone, language, diets, without, createdAt } = account;
  return {
    id,
    email,
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
    language,
    diets,
    without,
    createdAt: new Date(createdAt).toISOString(),
  };
}
