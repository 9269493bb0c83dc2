/** `npm ci` refuses a lock file without the packages of other platforms, and an installation on one platform may not write them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Locked = { readonly optionalDependencies?: Record<string, string>; readonly resolved?: string };

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

  it('holds every optional package that a package in it names, whatever the platform', () => {
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${at}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    const named = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
    expect(named).toEqual([]);
  });
});
