/** How the package is tested and published, and the list of what is in it. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
        readonly steps: readonly Step[];
      }
    >
  >;
}
const textOf = (name: string) => readFileSync(`.github/workflows/${name}.yml`, 'utf8');
const workflow = (name: string) => parse(textOf(name)) as Workflow;
const commands = (steps: readonly Step[]) => steps.flatMap(({ run }) => run ?? []);

interface Sbom {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly purl: string;
    readonly hashes?: readonly unknown[];
    readonly properties: readonly { readonly name: string }[];
  }[];
}

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

describe('The workflow of every change', () => {
  const { permissions, jobs } = workflow('ci');
  const [job] = Object.values(jobs);

  it('installs what the lock file says and runs all tests, on every supported Node', () => {
    expect(commands(job?.steps ?? [])).toEqual(expect.arrayContaining(['npm ci', 'npm test', 'npm run lint']));
    const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0]);
    expect(job?.strategy?.matrix.node).toEqual([oldest, 22, 24]);
  });

  it('may only read', () => expect(permissions).toEqual({ contents: 'read' }));
});

describe('The workflow of a release', () => {
  const { permissions, jobs } = workflow('publish');
  const job = jobs['publish'];

  it('publishes with provenance, after the tests', () => {
    const run = commands(job?.steps ?? []);
    const at = (command: string) => run.findIndex((one) => one.startsWith(command));
    expect(at('npm publish --provenance')).toBeGreaterThan(at('npm test'));
    expect(at('npm test')).toBeGreaterThan(at('npm ci'));
  });

  it('is believed for what it is: it holds no token, and may do nothing but read and say who it is', () => {
    expect(permissions).toEqual({});
    expect(job?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(textOf('publish')).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });
});

describe('Both workflows', () => {
  it('call only scripts that there are', () => {
    const called = [...`${textOf('ci')}${textOf('publish')}`.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(
      ([, name]) => name,
    );
    expect(called.length).toBeGreaterThan(3);
    expect(called.filter((name) => name !== undefined && !(name in manifest.scripts))).toEqual([]);
  });
});

describe('npm run sbom', () => {
  it('lists every package of the lock file with its checksum, in CycloneDX, and marks what is for development only', async () => {
    const asked = ['run', '--silent', 'sbom', '--', '--package-lock-only'];
    const { stdout } = await promisify(execFile)('npm', asked, { maxBuffer: 16 * 1024 * 1024 });
    const sbom = JSON.parse(stdout) as Sbom;
    expect(sbom.bomFormat).toBe('CycloneDX');
    const named = (name: string) =>
      sbom.components.filter(({ purl }) => decodeURIComponent(purl).startsWith(`pkg:npm/${name}@`));
    const isForDevelopment = ({ properties }: Sbom['components'][number]) =>
      properties.some((property) => property.name === 'cdx:npm:package:development');
    for (const name of Object.keys(manifest.dependencies)) {
      // A tool of ours may need another version of the same package.
      const ours = named(name).filter((component) => !isForDevelopment(component));
      expect([name, ours.map(({ hashes }) => hashes?.length)]).toEqual([name, [1]]);
    }
    expect(named('jest').map(isForDevelopment)).toEqual([true]);
  });
});
