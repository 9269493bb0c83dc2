/** Every form and every route that changes something: no other site gets through to any of them. Found in the sources, so none is forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness } from '../../src/index.js';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.stop());

interface Change {
  readonly method: string;
  readonly path: string;
}

/** Routes other than GET in the files of a folder, and forms declared with `pageRoute`. */
function changesIn(folder: string, prefix: string): Change[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const routes = [...text.matchAll(/router\s*\.(post|put|delete|patch)\(\s*'([^']+)'/g)];
      const forms = [...text.matchAll(/pageRoute\(\s*router,\s*\{\s*path: '([^']+)'/g)];
      return [
        ...routes.map(([, verb = '', path = '']) => ({ method: verb.toUpperCase(), path: `${prefix}${path}` })),
        ...forms.map(([, path = '']) => ({ method: 'POST', path: `${prefix}${path}` })),
      ];
    });
}

const OTHER_SITES: readonly (readonly [what: string, headers: Record<string, string>])[] = [
  ['another site', { origin: 'https://evil.example' }],
  ['a frame without an origin', { origin: 'null' }],
  ['another program on this machine', { origin: 'http://127.0.0.1:1' }],
  ['a form of a page that hides its origin', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
];

describe.each([
  [
    'the service provider',
    () => harness.url,
    [
      ...changesIn('src/http/api', '/api/v1'),
      ...changesIn('src/http/inspector', ''),
      ...changesIn('src/http/setup', '/setup'),
    ],
    10,
  ],
  [
    'the stand-in',
    () => harness.entra.url,
    [
      ...changesIn('src/http/entra/api', '/api/v1'),
      ...changesIn('src/http/entra/portal', ''),
      { method: 'POST', path: '/common/login' },
    ],
    15,
  ],
])('What changes something at %s', (_what, origin, changes, atLeast) => {
  it('was found', () => {
    expect(changes.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(OTHER_SITES)('is refused to %s, by every route', async (_site, headers) => {
    const answers: (string | number)[][] = [];
    for (const { method, path } of changes) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const target = `${origin()}${path.replaceAll(/:\w+/g, 'x')}`;
      const { status } = await fetch(target, {
        method,
        headers: { ...type, ...headers },
        body: 'a=1',
        redirect: 'manual',
      });
      answers.push([method, path, status]);
    }
    expect(answers).toEqual(changes.map(({ method, path }) => [method, path, 403]));
  });
});
