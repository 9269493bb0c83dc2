/** The house as the table of docs/architecture.md has it: who may import whom, and what the pure rooms may not touch. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readLayers } from '../../docs/generate/layers.mjs';

const src = resolve('src');
const rooms = readLayers();
const MAY_IMPORT = Object.fromEntries(rooms.map(({ name, mayImport }) => [name, mayImport]));
const ALWAYS = rooms.filter(({ isForEveryone }) => isForEveryone).map(({ name }) => name);
const PURE = rooms.filter(({ what }) => what.endsWith('Pure')).map(({ name }) => name);
const NO_NOUN = /(^|[/\\])(utils?|helpers?|common|misc|shared|lib)([/\\]|\.tsx?$|$)/;

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return path.endsWith(`http${sep}assets`) ? [] : filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const files = filesUnder(src);
const room = (file: string) => (relative(src, file).split(sep)[0] ?? '').replace(/\.(tsx?|mjs)$/, '');

/** Module specifiers of static and dynamic imports and re-exports. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g)].map((m) => m[1] as string);
}

describe('The layers', () => {
  it('know every room under src/ and have no rule for one that is gone', () => {
    const present = [...new Set(files.map(room))].sort();
    expect(present.filter((name) => !(name in MAY_IMPORT))).toEqual([]);
    expect(Object.keys(MAY_IMPORT).filter((name) => !present.includes(name))).toEqual([]);
  });

  it('import only what they may', () => {
    const trespasses = files.flatMap((file) => {
      const from = room(file);
      const allowed = MAY_IMPORT[from] ?? [];
      return importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => room(resolve(dirname(file), specifier).replace(/\.js$/, '.ts')))
        .filter((to) => to !== from && !ALWAYS.includes(to) && !allowed.includes('*') && !allowed.includes(to))
        .map((to) => `${relative(src, file)} imports ${to}/`);
    });
    expect(trespasses).toEqual([]);
  });

  it('have no cycle of imports at run time', () => {
    const graph = new Map(files.map((file) => [file, runtimeImports(file)]));
    expect(findCycle(graph)?.map((file) => relative(src, file))).toBeUndefined();
  });

  it('keep time, chance, network, disk and console out of saml/, diagnosis/ and contract/', () => {
    expect(PURE).toEqual(['saml', 'diagnosis', 'contract']);
    const banned =
      /Date\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bprocess\.|node:(fs|net|http|https|tls|dns|child_process|worker_threads|os)\b|\bfetch\(/;
    const sinners = files
      .filter((file) => PURE.includes(room(file)))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .map((line, index) => ({ line, index }))
          .filter(({ line }) => !/^\s*(\*|\/\/|\/\*)/.test(line) && banned.test(line))
          .map(({ line, index }) => `${relative(src, file)}:${index + 1} ${line.trim()}`),
      );
    expect(sinners).toEqual([]);
  });

  it('let only sp/ import node-saml and passport-saml', () => {
    const sinners = files.filter(
      (file) => room(file) !== 'sp' && importsOf(file).some((s) => s.startsWith('@node-saml/')),
    );
    expect(sinners.map((file) => relative(src, file))).toEqual([]);
  });

  it('have no room and no file without a noun', () => {
    expect(files.map((file) => relative(src, file)).filter((path) => NO_NOUN.test(path))).toEqual([]);
  });
});

describe('The measures of the house', () => {
  it('no file is over 250 lines, tables of data aside', () => {
    const TABLES = /(names|aadsts-table|remedies|regions)\.ts$/;
    const long = files
      .filter((file) => !TABLES.test(file))
      .map((file) => [relative(src, file), readFileSync(file, 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });

  it('no file of tests is over 250 lines', () => {
    const long = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => [name, readFileSync(join('test', name), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });

  it('the median file has at most 60 lines', () => {
    const lengths = files.map((file) => readFileSync(file, 'utf8').split('\n').length - 1).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
  });

  it('there is no promise left in the code', () => {
    const promises = files.filter((file) =>
      /\b(TODO|FIXME|XXX|FILL IN)\b|not implemented/.test(readFileSync(file, 'utf8')),
    );
    expect(promises.map((file) => relative(src, file))).toEqual([]);
  });
});

function runtimeImports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
    .replace(/import\s+type[\s\S]*?from\s+['"][^'"]+['"]/g, '')
    .replace(/export\s+type\s+\{[\s\S]*?from\s+['"][^'"]+['"]/g, '');
  return [...text.matchAll(/(?:from\s+|^import\s+)['"](\.[^'"]+)['"]/gm)]
    .map((m) => resolve(dirname(file), m[1] as string))
    .map((path) =>
      files.find((candidate) =>
        [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].includes(candidate),
      ),
    )
    .filter((path): path is string => path !== undefined);
}

function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (node: string, path: string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = walk(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}
