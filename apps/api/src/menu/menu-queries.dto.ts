import type { ImportMode } from '@comanda/shared';
import { IMPORT_MODES } from '@comanda/shared';
import { BooleanParameter, EnumField, StringField } from '../platform/http/index.js';

const LANGUAGE = { min: 2, max: 32, pattern: /^[A-Za-z0-9-]+$/, optional: true, example: 'de' };

export class MenuQuery {
  @StringField({ ...LANGUAGE, description: "Language of the texts; the restaurant's default when absent" })
  language?: string;
}

export class MenuImportQuery {
  @StringField({ ...LANGUAGE, description: 'Language of a file that does not name its own' })
  language?: string;

  @EnumField(IMPORT_MODES, {
    optional: true,
    description: '`merge`, the default, adds and updates; `replace` also takes away what the file lacks',
  })
  mode?: ImportMode;

  @BooleanParameter({ description: 'Only report what would change' })
  dryRun?: 'true' | 'false';
}
