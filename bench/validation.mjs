// @ts-check
/** Validations per second, side by side: every validator in a process of its own, taking turns within every round. */
import { spawnSync } from 'node:child_process';
import { startChild } from './child.mjs';
import { makeDocuments, shapes } from './documents.mjs';
import { median, quantile, rounded, spread } from './statistics.mjs';
import { table } from './table.mjs';

const SLICE_MS = 300;
/**
 * On a processor: ours needs some eight thousand messages before the engine has compiled what it will. By the clock, a busy machine
 * would leave whoever is unlucky cold.
 */
const WARM_CPU_MS = 4000;
const OURS = 'saml-rehearsal';
/** Where Debian's package has it. */
const SIMPLESAMLPHP = '/usr/share/simplesamlphp/vendor/autoload.php';

/**
 * @typedef {{ name: string, command: string[], only?: string[], bound?: boolean, note?: string }} Contender
 * @typedef {{ took: number[], wallMs: number, cpuMs: number }} Slice
 */

/** @returns {Contender[]} */
function contenders() {
  const node = (/** @type {string} */ file) => [process.execPath, at('validators/serve.mjs'), at(file)];
  const signatures = ['typical', '150 groups', 'both signed'];
  const python = ['/usr/bin/python3', 'python3'].find((path) => works(path, ['-c', 'import xmlsec, lxml']));
  if (!python) console.error('libxmlsec1 is left out: there is no Python with xmlsec and lxml here.');
  const php = works('php', ['-r', `require '${SIMPLESAMLPHP}'; exit(class_exists('SAML2\\Response') ? 0 : 1);`]);
  if (!php) console.error(`simplesamlphp/saml2 is left out: there is no PHP here, or no ${SIMPLESAMLPHP}.`);
  return [
    { name: OURS, command: node('validators/ours.mjs') },
    { name: '@node-saml/node-saml', command: node('peers/node-saml.mjs') },
    { name: 'samlify', command: node('peers/samlify.mjs') },
    { name: 'saml2-js', command: node('peers/saml2-js.mjs') },
    { name: '@boxyhq/saml20', command: node('peers/boxyhq.mjs') },
    ...(php
      ? [{ name: 'simplesamlphp/saml2 (PHP)', command: ['php', at('peers/simplesamlphp.php'), SIMPLESAMLPHP] }]
      : []),
    ...(python
      ? [{ name: 'libxmlsec1 (signatures only)', command: [python, at('peers/libxmlsec.py')], only: signatures }]
      : []),
    { name: 'limit', command: node('validators/limit.mjs'), only: signatures, bound: true },
  ];
}

/**
 * @param {{ rounds: number, only?: string }} options `only`: one shape
 * @returns {Promise<{ table: string, result: unknown }>}
 */
export async function measureValidation({ rounds, only }) {
  await makeDocuments(256);
  const all = contenders().map((contender) => ({ ...contender, child: startChild(contender.command) }));
  try {
    const names = Object.keys(shapes).filter((shape) => only === undefined || shape === only);
    const results = [];
    for (const shape of names) {
      const taking = all.filter((contender) => contender.only?.includes(shape) ?? true);
      results.push(...(await measureShape(shape, taking, rounds)));
    }
    return { table: asTable(results), result: results };
  } finally {
    for (const { child } of all) child.stop();
  }
}

/**
 * @param {string} shape
 * @param {(Contender & { child: ReturnType<typeof startChild> })[]} all
 * @param {number} rounds
 */
async function measureShape(shape, all, rounds) {
  const proven = [];
  for (const contender of all) {
    const { accepts, refuses, why } = await contender.child.ask({ command: 'prove', shape });
    if (accepts && (refuses || contender.bound)) proven.push({ ...contender, slices: /** @type {Slice[]} */ ([]) });
    else console.error(`${contender.name}, ${shape}: not measured, ${accepts ? 'takes the tampered document' : why}`);
  }
  for (const { child } of proven) {
    for (let cpuMs = 0; cpuMs < WARM_CPU_MS; )
      cpuMs += (await child.ask({ command: 'slice', shape, ms: SLICE_MS })).cpuMs;
  }
  for (let round = 0; round < rounds; round++)
    for (const { child, slices } of proven) slices.push(await child.ask({ command: 'slice', shape, ms: SLICE_MS }));
  const ours = proven.find(({ name }) => name === OURS)?.slices ?? [];
  const found = [];
  for (const { name, child, slices } of proven) {
    const { bytes } = await child.ask({ command: 'allocate', shape, count: 40 });
    found.push({ shape, name, ...figures(slices), ...ratios(slices, ours), allocatedBytes: bytes ?? null });
  }
  return found;
}

/** @param {readonly Slice[]} slices */
function figures(slices) {
  const perSecond = slices.map(rate);
  const took = slices.flatMap((slice) => slice.took);
  return {
    perSecond: rounded(median(perSecond)),
    spreadPercent: spread(perSecond),
    perCpuSecond: rounded(median(slices.map(cpuRate))),
    p50Ms: rounded(quantile(took, 0.5) / 1000),
    p99Ms: rounded(quantile(took, 0.99) / 1000),
    rounds: slices.length,
  };
}

/**
 * How many times faster ours is, by the clock and by the time on a processor: the median over the rounds, each compared with ours of
 * the same round. Where other programs run beside the bench, the second is the one to look at.
 *
 * @param {readonly Slice[]} theirs
 * @param {readonly Slice[]} ours
 */
function ratios(theirs, ours) {
  const compare = (/** @type {(slice: Slice) => number} */ by) =>
    rounded(median(theirs.flatMap((slice, round) => (ours[round] ? by(ours[round]) / by(slice) : []))));
  return { oursTimesFaster: compare(rate), oursTimesFasterByCpu: compare(cpuRate) };
}

/** @param {Slice} slice */
function rate({ took, wallMs }) {
  return (took.length / wallMs) * 1000;
}

/** @param {Slice} slice */
function cpuRate({ took, cpuMs }) {
  return (took.length / cpuMs) * 1000;
}

/** @param {readonly Record<string, any>[]} results */
function asTable(results) {
  const heads = [
    'document',
    'what',
    'per s',
    '± %',
    'per CPU s',
    'p50 ms',
    'p99 ms',
    'KB allocated',
    'ours × faster',
    'by CPU',
  ];
  return table(
    heads,
    results.map((row) => [
      row['shape'],
      row['name'],
      row['perSecond'],
      row['spreadPercent'],
      row['perCpuSecond'],
      row['p50Ms'],
      row['p99Ms'],
      row['allocatedBytes'] === null ? null : Math.round(row['allocatedBytes'] / 1024),
      row['oursTimesFaster'],
      row['oursTimesFasterByCpu'],
    ]),
  );
}

/** @param {string} file */
function at(file) {
  return new URL(file, import.meta.url).pathname;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
export function works(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
