import type { LogInRequest } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { IsEmail, IsString, MaxLength } from 'class-validator';

export class LogInDto implements LogInRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MaxLength(LIMITS.passwordMax)
  password!: string;
}
