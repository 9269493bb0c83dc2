/** What is installed: the versions in which known holes are closed, and one copy of what reads XML for the second opinion. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve('node_modules');

/** Every installed copy of a package, nested ones too. */
function copies(name: string, folder = root): string[] {
  const own = versionIn(join(folder, name));
  return [
    ...(own === undefined ? [] : [own]),
    ...packages(folder).flatMap((inner) => copies(name, join(inner, 'node_modules'))),
  ];
}

function packages(folder: string): string[] {
  return entries(folder).flatMap((name) => {
    if (name.startsWith('.')) return [];
    return name.startsWith('@')
      ? entries(join(folder, name)).map((inner) => join(folder, name, inner))
      : [join(folder, name)];
  });
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function versionIn(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

const isAtLeast = (version: string, minimum: string) => {
  const [a, b] = [version, minimum].map((text) => text.split('-')[0]?.split('.').map(Number) ?? []);
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]);
  return at === undefined || (a?.[at] ?? 0) > (b?.[at] ?? 0);
};

describe('What is installed', () => {
  for (const [name, minimum, why] of [
    ['xml-crypto', '6.2.0', 'references that resolve to more than one node, forged with comments in digests'],
    ['@xmldom/xmldom', '0.8.13', 'several root nodes, comments and processing instructions written unescaped'],
    ['@node-saml/node-saml', '5.1.0', 'a signature that covers something else than what is read (CVE-2025-54419)'],
  ] as const) {
    it(`is one copy of ${name}, at least ${minimum}: ${why}`, () => {
      const found = copies(name);
      expect(found).toHaveLength(1);
      expect(found.filter((version) => !isAtLeast(version, minimum))).toEqual([]);
    });
  }

  it('has the versions of the lock file', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version?: string }>;
    };
    const installed = Object.entries(lock.packages).flatMap(([path, { version }]) => {
      const there = path === '' ? undefined : versionIn(path);
      return there === undefined ? [] : [{ path, there, locked: version }];
    });
    expect(installed.length).toBeGreaterThan(200);
    expect(installed.filter(({ there, locked }) => there !== locked)).toEqual([]);
  });
});
