// @ts-check
/** The numbers the README states, from where they were counted and measured. */
import { existsSync, readFileSync } from 'node:fs';
import { FAULT_IDS } from '../../dist/entra/fault-ids.js';

/** @typedef {Readonly<Record<string, any>>} Json */

const root = new URL('../../', import.meta.url);

/** @param {string} file @returns {Json} */
const json = (file) => (existsSync(new URL(file, root)) ? JSON.parse(readFileSync(new URL(file, root), 'utf8')) : {});

/** Two figures are as much as a run on a shared machine is good for. @param {number} figure */
const about = (figure) => String(Number(figure.toPrecision(2)));

/** The README with what stands between `<!-- name -->` and `<!-- /name -->` made anew. */
export function readme() {
  const text = readFileSync(new URL('README.md', root), 'utf8');
  return Object.entries({ faults: faults(), package: thePackage(), figures: figures() }).reduce(
    (page, [name, made]) =>
      page.replace(
        new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, begin, end) => begin + made + end,
      ),
    text,
  );
}

const faults = () => String(FAULT_IDS.length);

function thePackage() {
  const { packedKilobytes, directDependencies, installedPackages, installedMegabytes, nodes } =
    json('test/package/measured.json');
  return `${packedKilobytes} kB to download, ${directDependencies} direct dependencies; ${installedPackages} packages and ${installedMegabytes} MB once installed. Used on Node ${nodes}.`;
}

/** Sentences for what has been measured; processor time, because it does not depend on what else runs. */
function figures() {
  const { validation, start, batch, archive, http } = json('bench/results.json');
  const typical = validation?.result.filter((/** @type {Json} */ row) => row['shape'] === 'typical') ?? [];
  const [ours, theirs] = ['saml-rehearsal', 'node-saml'].map((name) =>
    typical.find((/** @type {Json} */ row) => row['name'].includes(name)),
  );
  const listening = start?.result.find((/** @type {Json} */ row) => row['what'] === 'start, to listening');
  const logins = http?.result.find(
    (/** @type {Json} */ row) => row['connections'] === 10 && row['name'].includes('SQLite'),
  );
  const sentences = [
    ours &&
      theirs &&
      `Every check on a typical response takes ${about(ours.p50Ms)} ms; @node-saml/node-saml takes ${about(theirs.oursTimesFasterByCpu)} times the processor time for its verdict.`,
    listening &&
      `\`start\` listens after ${listening.timesByCpu.toFixed(1)} times the processor time of the simplest Express application with passport-saml.`,
    logins &&
      `${about(logins.perSecond)} logins a second are judged and on the disk before they are answered, with ${logins.connections} connections: ${about(logins.timesTheApp)} times that application, which keeps nothing.`,
    batch &&
      `${batch.result.files.toLocaleString('en')} captured files are judged in ${about(batch.result.allCoresSeconds)} s on ${batch.result.cores} cores.`,
    archive && `A HAR file of ${archive.result.megabytes} MB is read in ${about(archive.result.seconds)} s.`,
  ];
  return `\n${sentences.filter(Boolean).join('\n')}\n`;
}
