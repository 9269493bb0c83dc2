/** `npm ci` refuses a lock file without the packages of other platforms, and an installation on one platform may not write them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly optionalDependencies?: Record<string, string>;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

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

  it('has a checksum for every package of production', () => {
    const unchecked = Object.entries(packages).filter(
      ([at, { integrity, link, dev }]) => at !== '' && !link && !dev && !integrity,
    );
    expect(unchecked.map(([at]) => at)).toEqual([]);
  });

  it('has nothing that runs on installation among the packages of production: --ignore-scripts breaks nothing', () => {
    const scripted = Object.entries(packages).filter(
      ([at, { hasInstallScript, dev }]) => at !== '' && hasInstallScript && !dev,
    );
    expect(scripted.map(([at]) => at)).toEqual([]);
  });
});
