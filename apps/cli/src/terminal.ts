import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Where a command reads and writes. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The result, for pipes. */
  readonly write: (text: string) => void;
  /** What a person reads meanwhile. */
  readonly say: (line: string) => void;
  /** A line that the next one replaces; on anything but a screen now and then a line of its own. */
  readonly progress: (line: string) => void;
  /** Resolves to undefined where nobody can be asked. */
  readonly askPassword: (question: string) => Promise<string | undefined>;
  /** The first line of the standard input; undefined when it is empty. */
  readonly readInput: () => Promise<string | undefined>;
  /** Aborted when the person wants to stop. */
  readonly stop: AbortSignal;
}

const PROGRESS_EVERY_MS = 250;
const PROGRESS_IN_LOGS_EVERY_MS = 10_000;

export function systemTerminal(): Terminal {
  const stopping = new AbortController();
  // The first Ctrl-C lets what is under way come to its end, the second ends at once.
  process.once('SIGINT', () => stopping.abort());
  const screen = process.stderr.isTTY;
  const line = progressLine(screen);
  return {
    environment: process.env,
    write: (text) => process.stdout.write(text),
    say: (text) => process.stderr.write(`${line.end()}${text}\n`),
    progress: line.show,
    askPassword: (question) => (process.stdin.isTTY ? askHidden(question) : Promise.resolve(undefined)),
    readInput: firstLine,
    stop: stopping.signal,
  };
}

function progressLine(screen: boolean): { show: (line: string) => void; end: () => string } {
  let shownAt = 0;
  let open = false;
  return {
    show: (line) => {
      const now = performance.now();
      if (now - shownAt < (screen ? PROGRESS_EVERY_MS : PROGRESS_IN_LOGS_EVERY_MS)) return;
      shownAt = now;
      open = screen;
      process.stderr.write(screen ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: () => {
      const wasOpen = open;
      open = false;
      return wasOpen ? '\r\u001b[K' : '';
    },
  };
}

async function firstLine(): Promise<string | undefined> {
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/, 1);
  return line === '' ? undefined : line;
}

/** Asks without showing what is typed. */
function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    asking.once('close', () => resolve(''));
    asking.question('', (answer) => {
      process.stderr.write('\n');
      resolve(answer);
      asking.close();
    });
  });
}
