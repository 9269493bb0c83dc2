/** What a message says must not reach a terminal as a command: control characters, escapes and turned writing in every field. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness, type Harness } from '../../src/index.js';
import { aResponse } from '../a-response.js';
import { inFolder, type Ran } from './command-line.js';

/** What XML lets through: CSI as one character, next line, turned writing. */
const HOSTILE = 'a\u009b31mb\u0085c\u202egnp\u2066';
/** A form field lets all of it through: clear the screen, set the title, ring. */
const FIELD = `${HOSTILE}\u001b[2J\u001b]0;owned\u0007\u0000`;
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const { xml } = aResponse({
  unsolicited: true,
  basics: {
    nameId: { value: HOSTILE },
    issuer: `https://${HOSTILE}/`,
    audience: HOSTILE,
    assertionConsumerServiceUrl: HOSTILE,
    attributes: [
      { name: HOSTILE, values: [HOSTILE] },
      { name: `urn:x/${HOSTILE}`, values: ['x', HOSTILE] },
    ],
  },
  after: (text) =>
    text
      .replace(/(<NameID Format=")[^"]*/, `$1${HOSTILE}`)
      .replace(/(<AuthnContextClassRef>)[^<]*/, `$1${HOSTILE}`)
      .replace('</samlp:Status>', `<samlp:StatusMessage>${HOSTILE}</samlp:StatusMessage></samlp:Status>`),
});
const base64 = Buffer.from(xml).toString('base64');
const body = new URLSearchParams([
  ['SAMLResponse', base64],
  ['RelayState', FIELD],
  [FIELD, FIELD],
]).toString();
const har = JSON.stringify({
  log: {
    entries: [
      {
        startedDateTime: '2026-03-02T09:15:00Z',
        request: {
          method: 'POST',
          url: `https://sp.example/${FIELD}`,
          headers: [{ name: FIELD, value: FIELD }],
          postData: { mimeType: 'application/x-www-form-urlencoded', text: body },
        },
        response: { headers: [] },
      },
    ],
  },
});

const { run } = inFolder({
  'hostile.xml': xml,
  'body.txt': body,
  'login.har': har,
  'contract.yaml': 'nameId: { pattern: "^x$" }\nclaims: { surname: required }\nforbid: ["urn:x/*"]\n',
});

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
  await request(harness.app)
    .post('/login/saml')
    .set('User-Agent', 'a\u009b31m')
    .set('Cookie', 'a\u009b31m=1')
    .type('form')
    .send(body);
  await run(['logins', 'latest', '--url', harness.url, '--record', 'record.json']);
});
afterAll(() => harness.stop());

const at = () => ['--url', harness.url];
const LINES: readonly [string, () => string[]][] = [
  ...['hostile.xml', 'body.txt', 'login.har', 'record.json'].flatMap((file): [string, () => string[]][] => [
    [`diagnose ${file}`, () => ['diagnose', file]],
    [`decode ${file}`, () => ['decode', file]],
    [`check ${file}`, () => ['check', file, '--contract', 'contract.yaml']],
  ]),
  ['diagnose --reporter markdown', () => ['diagnose', 'hostile.xml', '--reporter', 'markdown', '--no-redact']],
  ['diagnose --reporter github', () => ['diagnose', 'hostile.xml', '--reporter', 'github', '--no-redact']],
  ['diagnose --redact', () => ['diagnose', 'hostile.xml', '--redact']],
  ['check --infer', () => ['check', 'hostile.xml', '--infer']],
  ['decode --link', () => ['decode', 'body.txt', '--link']],
  ['replay', () => ['replay', 'record.json']],
  ['logins', () => ['logins', ...at()]],
  ['logins latest', () => ['logins', 'latest', ...at()]],
];

describe('Nothing of a hostile message commands the terminal', () => {
  it.each(LINES)('%s', async (_, line) => {
    const { out, err, code }: Ran = await run(line());
    expect(code).not.toBe(70);
    expect(out + err).not.toBe('');
    const leaks = (out + err)
      .split('\n')
      .filter((one) => COMMANDS.test(one))
      .map((one) => JSON.stringify(one.slice(0, 200)));
    expect(leaks).toEqual([]);
  });

  it('the XML to the letter goes to files and programs only: at a terminal it is inert', async () => {
    expect((await run(['decode', 'hostile.xml', '--raw'])).out).toBe(`${xml}\n`);
    const { out } = await run(['decode', 'hostile.xml', '--raw'], { isTTY: true });
    expect(out).toContain('\uFFFD');
    expect(out).not.toMatch(COMMANDS);
  });

  it('nor does what was typed wrong', async () => {
    const { err } = await run(['explain', HOSTILE]);
    expect(err).toContain('NOTHING_TO_EXPLAIN');
    expect(err.split('\n').filter((one) => COMMANDS.test(one))).toEqual([]);
  });
});
