import { run } from './run.js';
import { systemTerminal } from './terminal.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the pipe has seen enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run(process.argv.slice(2), systemTerminal());
