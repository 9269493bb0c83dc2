// @ts-check
/**
 * The package as it would be published: packed, installed in an empty folder, used as command line and library on every Node it
 * promises. `npm run package-try`. Writes what was measured to test/package/measured.json, which the README states.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const VERSIONS = ['20', '22', '24'];
const folder = mkdtempSync(join(tmpdir(), 'package-'));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** @param {string} command @param {string[]} argv @param {string} [cwd] */
const run = (command, argv, cwd = folder) => execFileSync(command, argv, { cwd, encoding: 'utf8' });

try {
  const packed = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], resolve('.')),
  );
  const { filename, size, unpackedSize, entryCount } = (Array.isArray(packed) ? packed : Object.values(packed))[0];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  run('npm', ['install', ...quiet, `./${filename}`]);
  cpSync('test/package/uses.mjs', join(folder, 'uses.mjs'));

  const nodes = VERSIONS.map((version) => {
    const node = run('npx', ['-y', `node@${version}`, '-p', 'process.execPath']).trim();
    const exact = run(node, ['--version']).trim();
    process.stdout.write(`Node ${exact}\n${run(node, ['uses.mjs'])}`);
    for (const left of ['logins.db', 'data']) rmSync(join(folder, left), { recursive: true, force: true });
    return exact;
  });
  const measured = {
    packedKilobytes: Math.round(size / 1000),
    unpackedKilobytes: Math.round(unpackedSize / 1000),
    files: entryCount,
    directDependencies: Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).length,
    installedPackages:
      Object.keys(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages).length - 1,
    installedMegabytes: Math.round(bytesIn(join(folder, 'node_modules')) / 1e6),
    nodes: nodes.join(', '),
  };
  writeFileSync('test/package/measured.json', `${JSON.stringify(measured, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} path @returns {number} */
function bytesIn(path) {
  const { size } = statSync(path);
  if (!statSync(path).isDirectory()) return size;
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink())
    .reduce((sum, { name }) => sum + bytesIn(join(path, name)), 0);
}
