import { ApiProperty } from '@nestjs/swagger';
import type { AskEmailChangeRequest, ConfirmEmailChangeRequest } from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';
import { StringField } from '../../platform/http/index.js';

export class AskEmailChangeDto implements AskEmailChangeRequest {
  @ApiProperty({ type: String, format: 'email', maxLength: GUEST_LIMITS.email, example: 'ines.prado@example.org' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail()
  @MaxLength(GUEST_LIMITS.email)
  email!: string;
}

export class ConfirmEmailChangeDto implements ConfirmEmailChangeRequest {
  @StringField({ min: 1, max: GUEST_LIMITS.token, description: 'What stands behind the # of the link' })
  token!: string;
}
