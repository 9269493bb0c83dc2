/** What every check owes its reader, and its test. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { STAGES } from '../../src/diagnosis/check.js';
import { checks } from '../../src/diagnosis/checks/index.js';
import { PLACES, REMEDIES, type RemedyId } from '../../src/diagnosis/remedies.js';

const fileOf = (id: string) => `src/diagnosis/checks/${id}.ts`;
const testOf = (id: string) => `test/diagnosis/checks/${id}.test.ts`;
const sentences = (text: string) => text.split(/(?<=[.!?])\s+(?=[A-Z"'])/);

describe('The registry of checks', () => {
  it('names every file of checks/ once, and no other', () => {
    const files = readdirSync('src/diagnosis/checks').filter((name) => name !== 'index.ts');
    expect(files.sort()).toEqual(checks.map(({ id }) => `${id}.ts`).sort());
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  it('is in the order of the stages', () => {
    const order = checks.map(({ stage }) => STAGES.indexOf(stage));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('has a test with right, wrong, absent and twice', () => {
    expect(existsSync(testOf(id))).toBe(true);
    const names = [...readFileSync(testOf(id), 'utf8').matchAll(/\bit(?:\.each[^(]*\([^)]*\))?\(\s*['"`]([^'"`:]*)/g)];
    const kinds = new Set(names.map((match) => match[1]?.split(' ')[0]));
    expect([...['right', 'wrong', 'absent', 'twice'].filter((word) => !kinds.has(word))]).toEqual([]);
  });

  it('is tested for every distinction it makes', () => {
    const test = readFileSync(testOf(id), 'utf8');
    const untested = Object.keys(check.kinds).filter((kind) => !test.includes(` ${kind}: `));
    expect(untested).toEqual([]);
  });

  it('says why in at most three sentences, names a clause, and knows what to do', () => {
    expect(sentences(check.why).length).toBeLessThanOrEqual(3);
    expect(check.title).not.toMatch(/[.!]$/);
    for (const { document, clause } of check.spec) expect(`${document} ${clause}`).toMatch(/\S+ \S+/);
    expect(check.remedies.length).toBeGreaterThan(0);
  });

  it('names only remedies it promises, where its file names them', () => {
    const text = readFileSync(fileOf(id), 'utf8');
    const named = [...text.matchAll(/'([a-z0-9-]+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((word): word is RemedyId => Object.hasOwn(REMEDIES, word));
    const unpromised = [...new Set(named)].filter((word) => !check.remedies.includes(word));
    expect(unpromised).toEqual([]);
  });
});

describe('The table of remedies', () => {
  it('uses every place, and every remedy is used', () => {
    const used = new Set<string>(Object.values(REMEDIES).map(({ place }) => place));
    expect(Object.keys(PLACES).filter((place) => !used.has(place))).toEqual([]);
    const sources = ['src/diagnosis', 'src/diagnosis/checks']
      .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => `${folder}/${entry.name}`))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('/remedies.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(Object.keys(REMEDIES).filter((id) => !sources.includes(`'${id}'`))).toEqual([]);
  });

  it('dates the page every place of a portal was taken from', () => {
    for (const place of Object.values(PLACES)) {
      if ('vendor' in place) expect(place).toMatchObject({ source: expect.any(String) });
    }
  });
});
