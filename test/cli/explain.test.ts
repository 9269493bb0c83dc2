import { describe, expect, it } from '@jest/globals';
import { checks } from '../../src/diagnosis/checks/index.js';
import { inFolder } from './command-line.js';

const { run } = inFolder();

describe('explain', () => {
  it('a check: why, what it tells apart, clauses, what each side can do', async () => {
    const { code, out } = await run(['explain', 'audience-matches']);
    expect(code).toBe(0);
    expect(out).toContain('Tells apart');
    expect(out).toContain('SAML core 2.5.1.4');
    expect(out).toContain('Basic SAML Configuration');
  });

  it.each([
    ['AADSTS75011'],
    ['75011'],
    ['Sorry, AADSTS75011: Authentication method'],
    ['https://login.microsoftonline.com/error?code=75011'],
  ])('an Entra error out of %s', async (text) => {
    expect((await run(['explain', text])).out).toContain('AADSTS75011');
  });

  it('words of an error page given without quotes', async () => {
    expect((await run(['explain', 'Sorry,', 'AADSTS50105:', 'blocked'])).out).toContain('AADSTS50105');
  });

  it('a status URI', async () => {
    const { out } = await run(['explain', 'urn:oasis:names:tc:SAML:2.0:status:NoPassive']);
    expect(out).toContain('IsPassive');
  });

  it('a pasted page on stdin', async () => {
    expect((await run(['explain', '-'], { stdin: '<p>AADSTS700016: not found</p>' })).out).toContain('AADSTS700016');
  });

  it('several things in turn', async () => {
    const { out } = await run(['explain', 'digest-matches', 'AADSTS50011', '--json']);
    expect(JSON.parse(out).map((one: { about: string; id: string }) => [one.about, one.id])).toEqual([
      ['check', 'digest-matches'],
      ['entra-error', 'AADSTS50011'],
    ]);
  });

  it('lists every check when nothing is asked for', async () => {
    const { out } = await run(['explain']);
    for (const { id } of checks) expect(out).toContain(id);
    expect(JSON.parse((await run(['explain', '--json'])).out)).toHaveLength(checks.length);
  });
});
