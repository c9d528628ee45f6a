import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const bin = join(root, 'node_modules', '.bin');
const ownNode = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

/** The Node 24 that npm installed, else the one that runs this script. */
export const node = existsSync(ownNode) && process.platform !== 'win32' ? ownNode : process.execPath;

/** The path of a program inside an installed package, to be run with `node`. */
export const packageFile = (...parts) => join(root, 'node_modules', ...parts);

/** Ends the run with a sentence when Node is too old, instead of a puzzling error further on. */
export function requireNode24() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  console.error(
    `Comanda needs Node 24, this is ${process.versions.node}. Run it through npm (npm start), which brings its own.`,
  );
  process.exit(1);
}

const running = new Set();

/** Kills every child that is still running, with all that it started. */
export function killAll(signal = 'SIGKILL') {
  for (const child of running) killGroup(child, signal);
}

/** Kills a child started by `start` together with its own children. */
export function killGroup(child, signal = 'SIGKILL') {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Starts a program in a process group of its own, so that it can be ended whole. */
export function start(command, args, { env = {}, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    detached: process.platform !== 'win32',
    ...options,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NG_CLI_ANALYTICS: 'false', ...env },
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs a program to its end and resolves to its exit code and everything that it said; never rejects. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** "1.2 s" since a moment of `performance.now()`. */
export const secondsSince = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/** Does the work for each, in this order, on both cores. */
export async function twoAtATime(all, work) {
  const waiting = [...all];
  const lane = async () => {
    while (waiting.length > 0) await work(waiting.shift());
  };
  await Promise.all([lane(), lane()]);
}
