import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../src/config/config.js';
import { createPlatform } from '../../src/platform.js';
import { Random } from '../../src/demonstration/cast/random.js';
import { chosen } from './choose.js';
import { idSpreadLike, uuid } from './journey-ids.js';
import { liveMember, liveTalkative } from './lived.js';
import { personOf } from './people.js';
import type { FromThread, Share } from './share.js';
import { templateOf, type Template } from './template.js';
import { CloneWriter } from './write-clones.js';

// A thread that lives some lives and copies them: cloning is arithmetic and sealing, and two cores are better than one.

const { share, config } = workerData as { share: Share; config: Config };
const { part, parts, now, coaches } = share;
const platform = await createPlatform({ ...config, masterKey: Buffer.from(config.masterKey) });
const { programmes, secrets } = platform;
const random = new Random(1000 + part);

const numbers = Array.from({ length: share.templates }, (_, index) => index + 1).filter(
  (number) => number % parts === part,
);
const lives = chosen(
  numbers.map((number) => liveMember(programmes, number, now)),
  now,
);
const templates = lives.map((life) => templateOf(life, programmes));
const writer = await CloneWriter.open(config.database.adminUrl, {
  secrets,
  programme: programmes.current.key,
  firstPosition: share.firstPosition,
});

let number = part;
async function write(template: Template): Promise<string> {
  const journey = idSpreadLike(template.journey, random);
  const there = coaches.filter(({ commune }) => commune === template.commune);
  const coach = random.pick(there).id;
  await writer.add(template, { ...personOf(number), journey, participant: uuid(random), coach });
  number += parts;
  return journey;
}

/** A talk moves deadlines too, so that its events are more than one. */
const talksPerEvent = 0.48;
const long: Record<number, string> = {};
if (part === 0) {
  for (const events of [200, 1000]) {
    const life = liveTalkative(programmes, 401, Math.round(events * talksPerEvent), now);
    long[events] = await write(templateOf(life, programmes));
  }
}
const own = Math.floor(share.journeys / parts);
for (let index = 0; index < own - Object.keys(long).length; index += 1) {
  const template = templates[index % templates.length];
  if (template) await write(template);
}
const { journeys, events } = await writer.close();
await platform.close();
parentPort?.postMessage({ journeys, events, long } satisfies FromThread);
