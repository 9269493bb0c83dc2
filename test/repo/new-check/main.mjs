// @ts-check
/**
 * `npm run new-check <id> [stage]`: a check, its test, a fault that fails it, their places in the registries, and their pages of the
 * reference. Everything compiles; tests are red until what is marked FILL IN is filled in.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkStub, faultStub, testStub } from './stubs.mjs';

const CHECKS = 'src/diagnosis/checks';
const FAULTS = 'src/entra/faults';

const [id = '', stage = 'assertion'] = process.argv.slice(2);
const areas = words('src/entra/fault.ts', /FAULT_AREAS = \[([^\]]*)\]/);
refuse(id, stage);

const check = { id, name: camel(id), stage };
const fault = { id: `${id}-spoilt`, name: camel(`${id}-spoilt`), stage };
const files = {
  check: `${CHECKS}/${id}.ts`,
  test: `test/diagnosis/checks/${id}.test.ts`,
  fault: `${FAULTS}/${fault.id}.ts`,
};
writeFileSync(files.check, checkStub(check));
writeFileSync(files.test, testStub(check));
writeFileSync(files.fault, faultStub(fault, id));
const registries = [registerCheck(), registerFault(), registerFaultId()];
run('npx', ['biome', 'check', '--write', '--vcs-enabled=false', ...Object.values(files), ...registries]);
run('npm', ['run', '--silent', 'docs']);
process.stdout.write(`
Made    ${Object.values(files).join('\n        ')}
Listed  ${registries.join('\n        ')}

Fill in what is marked FILL IN, beginning with the test. These are red until then:
  test/repo/layers.test.ts test/diagnosis/checks/${id}.test.ts test/journeys/every-fault.test.ts
Then npm run docs, and npm test.
`);

/** @param {string} id @param {string} stage */
function refuse(id, stage) {
  const problem = !/^[a-z]+(-[a-z0-9]+)+$/.test(id)
    ? 'Give the id of the check: the good state, in words with hyphens, such as audience-matches.'
    : existsSync(`${CHECKS}/${id}.ts`)
      ? `There is a check ${id}.`
      : areas.includes(stage)
        ? undefined
        : `There is no stage ${stage}; there are ${areas.join(', ')}.`;
  if (problem === undefined) return;
  process.stderr.write(`${problem}\nUsage: npm run new-check <id> [stage]\n`);
  process.exit(2);
}

/** Behind the last check of its stage. */
function registerCheck() {
  const file = `${CHECKS}/index.ts`;
  const names = words(file, /CheckDefinition\[\] = \[([^\]]*)\]/);
  const stages = words('src/diagnosis/check.ts', /STAGES = \[([^\]]*)\]/);
  const before = names.findLast((name) => stages.indexOf(stageOf(name)) <= stages.indexOf(stage));
  change(file, (text) =>
    text
      .replace(/^import \{/m, `import { ${check.name} } from './${id}.js';\nimport {`)
      .replace(new RegExp(`^  ${before},$`, 'm'), `  ${before},\n  ${check.name},`),
  );
  return file;
}

/** @param {string} name of a registered check */
function stageOf(name) {
  const path = new RegExp(`\\{ ${name} \\} from '\\./([^']+)\\.js'`).exec(read(`${CHECKS}/index.ts`))?.[1];
  return /stage: '(\w+)'/.exec(read(`${CHECKS}/${path}.ts`))?.[1] ?? '';
}

/** At the end of its area. */
function registerFault() {
  const file = areaFile();
  change(file, (text) =>
    text
      .replace(/^import type/m, `import { ${fault.name} } from '../${fault.id}.js';\nimport type`)
      .replace(/,?\s*\];\s*$/, `, ${fault.name}];\n`),
  );
  return file;
}

/** Behind the last fault of the area, which the list of ids follows. */
function registerFaultId() {
  const file = 'src/entra/fault-ids.ts';
  const before = words(areaFile(), /Fault\[\] = \[([^\]]*)\]/).at(-2) ?? '';
  const beforeId = new RegExp(`\\{ ${before} \\} from '\\.\\./([^']+)\\.js'`).exec(read(areaFile()))?.[1];
  change(file, (text) => text.replace(`  '${beforeId}',\n`, `  '${beforeId}',\n  '${fault.id}',\n`));
  return file;
}

function areaFile() {
  return `${FAULTS}/areas/${stage}.ts`;
}

/** The names in the first list of a file that the pattern finds. @param {string} file @param {RegExp} list @returns {string[]} */
function words(file, list) {
  return (list.exec(read(file))?.[1] ?? '').match(/\w+/g) ?? [];
}

/** @param {string} file @param {(text: string) => string} how */
function change(file, how) {
  const [before, after] = [read(file), how(read(file))];
  if (before === after) throw new Error(`${file} has no place for it`);
  writeFileSync(file, after);
}

/** @param {string} file */
function read(file) {
  return readFileSync(file, 'utf8');
}

/** @param {string} kebab */
function camel(kebab) {
  return kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {string} command @param {string[]} argv */
function run(command, argv) {
  const { status } = spawnSync(command, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
