// @ts-check
/**
 * `dist/` → `dist/bundle/`: what starts and what is imported from outside, in few files instead of some 900, because finding, reading
 * and linking each module costs about half a millisecond. Run after tsc; does nothing when `dist/` has not changed since.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist/bundle');
const notices = join(out, 'THIRD-PARTY-NOTICES.txt');
const input = {
  main: 'dist/cli/main.js',
  index: 'dist/index.js',
  jest: 'dist/testing/jest.js',
  vitest: 'dist/testing/vitest.js',
};
/** Binaries, what a worker loads by itself, what is only there for some, and the test libraries of whoever uses us. */
const external = ['libsql', 'pg', '@node-saml/passport-saml', '@jest/globals', 'vitest', /^node:/];

function isStale() {
  if (!existsSync(notices)) return true;
  const since = statSync(notices).mtimeMs;
  return [join(root, 'dist/.tsbuildinfo'), import.meta.filename].some((file) => statSync(file).mtimeMs > since);
}

async function bundle() {
  rmSync(out, { recursive: true, force: true });
  const build = await rolldown({
    input,
    external,
    cwd: root,
    platform: 'node',
    plugins: [keepPlaces],
    logLevel: 'warn',
  });
  const { output } = await build.write({ dir: out, format: 'esm', chunkFileNames: '[name]-[hash].js' });
  await build.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  writeFileSync(notices, noticesOf(modules));
}

/** A module finds the files beside it where it was before it was bundled. */
const keepPlaces = {
  name: 'keep-places',
  /**
   * @param {string} code
   * @param {string} id
   */
  transform(code, id) {
    if (id.startsWith('\0') || !code.includes('import.meta.url')) return null;
    const from = relative(out, id).split(sep).join('/');
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(from)}, import.meta.url).href`);
  },
};

/**
 * The licences of the packages whose code is in the bundle, as they ask for.
 *
 * @param {readonly string[]} modules
 */
function noticesOf(modules) {
  const folders = new Set(
    modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license ?? 'see its repository'})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : 'No licence file in the package.'}\n`;
  });
  return `The files beside this one contain code of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

if (isStale()) await bundle();
