// What goes wrong: processes die, the cable between API and database plays up.
import { setTimeout as wait } from 'node:timers/promises';

const anyOf = (list) => list[Math.floor(Math.random() * list.length)];
const upTo = (ms) => Math.random() * ms;

/** Longer than the product waits for a database that says nothing. */
const HANG_MS = 4000;

const tricks = [
  (wire) => wire.cut(),
  (wire) => wire.reset(),
  (wire) => wire.vanish(),
  (wire) => wire.delay(150, 400),
  (wire) => wire.dropNextCommit(),
  (wire) => wire.dropNextCommit(),
];

/** Kills and revives in a random order, with the wire's tricks in between. Resolves to how often what was killed. */
export async function makeMischief({ apis, database, wire, kills, databaseKills }) {
  const deeds = [...Array(kills).fill('api'), ...Array(databaseKills).fill('database')];
  if (wire) deeds.push(...Array(Math.ceil(kills / 10)).fill('hang'));
  for (const deed of deeds.sort(() => Math.random() - 0.5)) {
    await wait(200 + upTo(500));
    if (wire) await anyOf(tricks)(wire);
    await wait(upTo(200));
    if (deed === 'hang') await wire.hang(HANG_MS);
    else await killAndRevive(deed === 'api' ? anyOf(apis) : database);
  }
}

async function killAndRevive(victim) {
  await victim.kill();
  await wait(upTo(300));
  await victim.revive();
}
