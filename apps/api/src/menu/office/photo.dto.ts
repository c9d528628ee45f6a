import { LIMITS, MENU_LIMITS } from '@comanda/shared';
import type { Photo, Text } from '@comanda/shared';
import { StringField } from '../../platform/http/index.js';
import { TextField } from './menu-fields.js';

export class PhotoDto implements Photo<Text> {
  @StringField({ min: 1, max: MENU_LIMITS.urlLength, pattern: /^(https:\/\/|\/)[^\s"'<>\\]*$/ })
  url!: string;

  @TextField({ max: LIMITS.nameLength, description: 'What it shows, for people who cannot see it' })
  alt!: Text;

  @StringField({
    optional: true,
    nullable: true,
    min: 7,
    max: 7,
    pattern: /^#[0-9a-f]{6}$/,
    description: 'Its main colour, shown until it is there',
  })
  ground?: string;
}
