// @ts-check
/**
 * One validator in a process of its own: `node serve.mjs <module>`. Reads one JSON command per line and answers with one line:
 * `prove` whether it takes the genuine document and refuses the tampered one, `slice` works for so many milliseconds, `allocate`
 * says how many bytes one validation allocates.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createInterface } from 'node:readline';

/** @typedef {(samlResponse: string) => Promise<boolean>} Validate */

const [module = ''] = process.argv.slice(2);
const kept = JSON.parse(readFileSync(new URL('../.cache/documents.json', import.meta.url), 'utf8'));
const { create } = await import(module);
/** @type {Map<string, { validate: Validate, next: () => string }>} */
const subjects = new Map();
/** @type {Record<string, (options: any) => Promise<unknown>>} */
const commands = { prove, slice, allocate };

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...options } = JSON.parse(line);
  const answer = await commands[command]?.(options);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/** @param {string} shape */
function subject(shape) {
  const known = subjects.get(shape);
  if (known) return known;
  const messages = /** @type {string[]} */ (kept.documents[shape].samlResponse);
  let at = 0;
  const next = () => messages[at++ % messages.length] ?? '';
  const made = { validate: create(kept.settings, shape), next };
  subjects.set(shape, made);
  return made;
}

/** @param {{ shape: string }} options */
async function prove({ shape }) {
  const { validate, next } = subject(shape);
  try {
    if (!(await validate(next()))) return { accepts: false, why: 'said no' };
  } catch (error) {
    return { accepts: false, why: String(error) };
  }
  return { accepts: true, refuses: !(await validate(kept.documents[shape].tampered).catch(() => false)) };
}

/** @param {{ shape: string, ms: number }} options */
async function slice({ shape, ms }) {
  const { validate, next } = subject(shape);
  /** @type {number[]} microseconds */
  const took = [];
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let now = begin; now - begin < ms; ) {
    await validate(next());
    const after = performance.now();
    took.push(Math.round((after - now) * 1000));
    now = after;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { took, wallMs: performance.now() - begin, cpuMs: (user + system) / 1000 };
}

/** @param {{ shape: string, count: number }} options */
async function allocate({ shape, count }) {
  const { validate, next } = subject(shape);
  const session = new Session();
  session.connect();
  const everything = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
  await session.post('HeapProfiler.startSampling', { samplingInterval: 8192, ...everything });
  for (let done = 0; done < count; done++) await validate(next());
  const { profile } = await session.post('HeapProfiler.stopSampling');
  session.disconnect();
  return { bytes: Math.round(total(profile.head) / count) };
}

/**
 * @param {import('node:inspector').HeapProfiler.SamplingHeapProfileNode} node
 * @returns {number}
 */
function total(node) {
  return node.children.reduce((sum, child) => sum + total(child), node.selfSize);
}
