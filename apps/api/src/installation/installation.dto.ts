import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@comanda/shared';
import type { CreateLocationRequest, CreateStaffRequest } from '@comanda/shared';
import { IsEmail, MaxLength } from 'class-validator';
import { LocationSettingsDto } from '../locations/index.js';
import { ObjectField, StringField } from '../platform/http/index.js';

export class FirstAdminDto implements Omit<CreateStaffRequest, 'role'> {
  @StringField({ min: 1, max: LIMITS.guestNameLength, example: 'Ines Prado' })
  name!: string;

  @ApiProperty({ type: String, format: 'email', maxLength: 254, example: 'ines@corner.example' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @StringField({ min: LIMITS.passwordMin, max: LIMITS.passwordMax, example: 'a long sentence' })
  password!: string;
}

export class CreateLocationDto extends LocationSettingsDto implements CreateLocationRequest {
  @StringField({ min: 1, max: LIMITS.nameLength, example: 'Corner Kitchen' })
  name!: string;

  @StringField({ min: 1, max: 64, example: 'Asia/Tokyo' })
  timezone!: string;

  @StringField({ min: 3, max: 3, example: 'JPY' })
  currency!: string;

  @StringField({ min: 2, max: 32, example: 'ja' })
  defaultLanguage!: string;

  @ObjectField(() => FirstAdminDto)
  admin!: FirstAdminDto;
}
