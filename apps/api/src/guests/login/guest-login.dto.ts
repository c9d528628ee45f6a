import { ApiProperty } from '@nestjs/swagger';
import type { AskLoginLinkRequest, RedeemLoginLinkRequest } from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';
import { StringField } from '../../platform/http/index.js';

const TOKEN = { min: 1, max: GUEST_LIMITS.token };

export class AskLoginLinkDto implements AskLoginLinkRequest {
  @ApiProperty({ type: String, format: 'email', maxLength: GUEST_LIMITS.email, example: 'ines@example.org' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail()
  @MaxLength(GUEST_LIMITS.email)
  email!: string;

  @StringField({ min: 2, max: 32, optional: true, description: 'Of the mail, and of a new account' })
  language?: string;

  @StringField({ ...TOKEN, optional: true, description: 'The tracking token of an order to keep in the account' })
  keepOrder?: string;
}

export class RedeemLoginLinkDto implements RedeemLoginLinkRequest {
  @StringField({ ...TOKEN, description: 'What stands behind the # of the link' })
  loginToken!: string;
}
