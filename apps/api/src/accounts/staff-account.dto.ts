import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, ROLES } from '@comanda/shared';
import type { ChangeStaffRequest, CreateStaffRequest, Role } from '@comanda/shared';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';
import { BooleanField, EnumField, StringField } from '../platform/http/index.js';

const NAME = { min: 1, max: LIMITS.guestNameLength, pattern: /\S/, example: 'Ines Prado' };
const PASSWORD = { min: LIMITS.passwordMin, max: LIMITS.passwordMax, example: 'a long sentence' };
/** May be absent; null is refused. */
const KEPT = { optional: true, nullable: false } as const;
const EMAIL_LENGTH = 254;

export class CreateStaffDto implements CreateStaffRequest {
  @StringField(NAME)
  name!: string;

  @ApiProperty({ type: String, format: 'email', maxLength: EMAIL_LENGTH, example: 'ines@corner.example' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email!: string;

  @EnumField(ROLES)
  role!: Role;

  @StringField(PASSWORD)
  password!: string;
}

export class ChangeStaffDto implements ChangeStaffRequest {
  @StringField({ ...NAME, ...KEPT })
  name?: string;

  @EnumField(ROLES, KEPT)
  role?: Role;

  @StringField({ ...PASSWORD, ...KEPT, description: 'Ends the sessions of the account' })
  password?: string;

  @BooleanField({ ...KEPT, description: 'false: cannot log in any more, and is logged out at once' })
  active?: boolean;
}
