import type { ImportMode } from '@comanda/shared';
import { IMPORT_MODES } from '@comanda/shared';
import { BooleanParameter, EnumField, StringField } from '../platform/http/index.js';

const LANGUAGE = { min: 2, max: 32, pattern: /^[A-Za-z0-9-]+$/, optional: true, example: 'de' };

export class MenuQuery {
  @StringField(LANGUAGE)
  language?: string;
}

export class MenuImportQuery extends MenuQuery {
  @EnumField(IMPORT_MODES, { optional: true })
  mode?: ImportMode;

  @BooleanParameter({ description: 'Only report what would change' })
  dryRun?: 'true' | 'false';
}
