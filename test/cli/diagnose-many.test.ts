/** Several files and folders of them: one verdict for all, and what came of each that was not accepted. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ACS, aResponse, ENTITY_ID, GOOD_AT } from '../a-response.js';
import { testKey } from '../keys.js';
import { inFolder } from './command-line.js';

const good = aResponse();
const tampered = aResponse({
  after: (xml) => xml.replace('>B.Simon@contoso.com</NameID>', '>E.Vil@contoso.com</NameID>'),
});
const { run, path } = inFolder({
  'good.txt': good.base64,
  'letter.txt': 'Dear support',
  'idp.pem': testKey('idp').certificatePem,
});
const known = ['--idp-cert', 'idp.pem', '--entity-id', ENTITY_ID, '--acs', ACS, '--at', GOOD_AT.toISOString()];

beforeAll(() => {
  mkdirSync(path('captured/older'), { recursive: true });
  mkdirSync(path('fine'));
  mkdirSync(path('empty'));
  writeFileSync(path('captured/b.xml'), good.xml);
  writeFileSync(path('captured/a.xml'), tampered.xml);
  writeFileSync(path('captured/older/c.b64'), tampered.base64);
  writeFileSync(
    path('captured/metadata.xml'),
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>',
  );
  writeFileSync(path('captured/.DS_Store'), 'nothing of anybody’s');
  writeFileSync(path('fine/b.xml'), good.xml);
  writeFileSync(path('fine/notes.txt'), 'nothing to judge');
});

describe('diagnose of a folder', () => {
  it('names each message that is not accepted and why, counts the causes, and exits 1', async () => {
    const { code, out, err } = await run(['diagnose', 'captured', ...known]);
    expect(code).toBe(1);
    const why = 'rejected: The Assertion is not what was signed: its content was changed after signing.';
    expect(out).toBe(
      [
        `captured/a.xml: ${why}`,
        `captured/older/c.b64: ${why}`,
        '',
        '3 messages: 1 accepted, 2 not accepted.',
        '  2  digest-matches: What is signed is unchanged',
        '',
      ].join('\n'),
    );
    expect(err).toBe('Not judged: 1 file.\n  captured/metadata.xml is metadata, not a message.\n');
  });

  it('exits 0 when all are accepted, whatever else lies beside them', async () => {
    const { code, out } = await run(['diagnose', 'fine', ...known]);
    expect([code, out]).toEqual([0, '1 message: 1 accepted, 0 not accepted.\n']);
  });

  it('is a mistake when there is nothing in it to judge', async () => {
    const { code, err } = await run(['diagnose', 'empty', ...known]);
    expect(code).toBe(2);
    expect(err).toContain('NOT_A_MESSAGE: There are no files in it.');
  });
});

describe('diagnose of several files', () => {
  it('never calls a file that was named and holds no message healthy', async () => {
    const { code, out, err } = await run(['diagnose', 'good.txt', 'letter.txt', 'gone.txt', ...known]);
    expect([code, out]).toEqual([1, '1 message: 1 accepted, 0 not accepted.\n']);
    expect(err).toContain('Not judged: 2 files.\n  There is no SAML message in letter.txt.');
    expect(err).toContain('There is no file gone.txt');
  });

  it('reports all of them in any form, with values left out where others may read it', async () => {
    const json = JSON.parse((await run(['diagnose', 'good.txt', 'captured', ...known, '--json'])).out);
    expect(json.accepted).toBe(false);
    expect(json.messages.map(({ name }: { name: string }) => name)).toEqual([
      'good.txt',
      'captured/a.xml',
      'captured/b.xml',
      'captured/older/c.b64',
    ]);
    const junit = await run(['diagnose', 'good.txt', 'captured', ...known, '--reporter', 'junit']);
    expect(junit.out.match(/<testsuite /g)).toHaveLength(4);
    const redacted = await run(['diagnose', 'good.txt', 'captured', ...known, '--redact']);
    expect(redacted.out).toContain('4 messages: 2 accepted, 2 not accepted.');
    expect(redacted.out).not.toMatch(/E\.Vil|contoso/i);
  });

  it('counts on a terminal while it goes on, and nowhere else', async () => {
    let now = GOOD_AT.getTime();
    const ticking = () => {
      now += 1_000;
      return new Date(now);
    };
    const { err } = await run(['diagnose', 'captured', ...known], { isTTY: true, clock: { now: ticking } });
    expect(err).toMatch(/^2 of 4 files\n4 of 4 files\n/);
    expect((await run(['diagnose', 'captured', ...known], { clock: { now: ticking } })).err).not.toContain(
      'of 4 files',
    );
  });
});
