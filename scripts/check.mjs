// npm run check: formatting, dependencies between folders, types, templates and lint.
import { runCheck } from './support/check-parts.mjs';
import { requireNode24 } from './support/tools.mjs';

requireNode24();
const { failed } = await runCheck();
process.exitCode = failed > 0 ? 1 : 0;
