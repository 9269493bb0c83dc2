// @ts-check
/**
 * `dist/` → `dist/bundle/`: what starts and what is imported from outside, in few files instead of some 900, because finding, reading
 * and linking each module costs about half a millisecond. Run after tsc; does nothing when `dist/` has not changed since.
 *
 * - `chunks/`: the code, as CommonJS, because V8 takes code it compiled before only in scripts
 * - `compiled/`: what `compile.mjs` kept of compiling it
 * - beside them the files of `published/`, which load it
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '..');
const published = join(import.meta.dirname, 'published');
const out = join(root, 'dist/bundle');
const chunks = join(out, 'chunks');
const notices = join(out, 'THIRD-PARTY-NOTICES.txt');
const input = {
  main: 'dist/cli/main.js',
  'run-cli': 'dist/cli/run-cli.js',
  index: 'dist/index.js',
  extend: 'dist/testing/extend.js',
  'judge-worker': 'dist/cli/batch/judge-worker.js',
  'second-opinion-worker': 'dist/sp/second-opinion-worker.mjs',
  'sqlite-thread': 'dist/logins/sqlite-thread.mjs',
};
/** Binaries, and what is only there for some. */
const external = ['libsql', 'pg', /^node:/];

function isStale() {
  if (!existsSync(notices)) return true;
  const since = statSync(notices).mtimeMs;
  const sources = [import.meta.dirname, published].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  return [join(root, 'dist/.tsbuildinfo'), ...sources].some((file) => statSync(file).mtimeMs > since);
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
  const { output } = await build.write({
    dir: chunks,
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  cpSync(published, out, { recursive: true });
  const written = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const names = written.find(({ fileName }) => fileName === 'index.js')?.exports ?? [];
  writeFileSync(join(out, 'index.mjs'), indexOf(names));
  // That there is a folder for this V8 is what makes load.js look into it.
  mkdirSync(join(out, 'compiled', `${process.versions.v8}-${process.arch}`), { recursive: true });
  spawnSync(process.execPath, [join(import.meta.dirname, 'compile.mjs')], { stdio: 'inherit' });
  writeFileSync(notices, noticesOf(written.flatMap(({ moduleIds }) => moduleIds)));
}

/** @param {readonly string[]} names */
const indexOf = (names) =>
  `import loader from './load.js';\n\nexport const { ${names.join(', ')} } = loader.load('index.js');\n`;

/** A module finds the files beside it where it was before it was bundled; workers are bundled, too. */
const keepPlaces = {
  name: 'keep-places',
  /**
   * @param {string} code
   * @param {string} id
   */
  transform(code, id) {
    if (id.startsWith('\0') || !code.includes('import.meta.url')) return null;
    const from = relative(chunks, id).split(sep).join('/');
    return code
      .replace(
        /'\.\/([\w-]+-(?:worker|thread))\.m?js', import\.meta\.url/g,
        "'../$1.js', import.meta.url /* bundled */",
      )
      .replaceAll(/import\.meta\.url(?! \/\* bundled)/g, `new URL(${JSON.stringify(from)}, import.meta.url).href`);
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
