import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { encryptAssertion } from '../../src/saml/encrypt.js';
import { aResponse, ENTITY_ID, NAME_ID, REQUEST_ID } from '../a-response.js';
import { deflated, form, LOGOUT, REQUEST } from '../import/messages.js';
import { testKey } from '../keys.js';
import { inFolder } from './command-line.js';

const { base64, xml } = aResponse();
const { run } = inFolder({
  'response.txt': base64.replace(/(.{76})/g, '$1\n'),
  'encrypted.xml': encryptAssertion(xml, { certificatePem: testKey('sp').certificatePem, random: systemRandom }),
  'sp.key': testKey('sp').privateKeyPem,
  'request.url': `https://idp.example/saml2?${form({ SAMLRequest: deflated(REQUEST), RelayState: 'state' })}`,
  'logout.xml': LOGOUT,
  'both.txt': `${REQUEST}\n${xml.replaceAll(REQUEST_ID, '_q1')}`,
  'large.xml': `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${'x'.repeat(70_000)}</samlp:Response>`,
  'letter.txt': 'Dear support',
  'hostile.xml': '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="\u009b31m\u202egnp"/>',
});

describe('decode', () => {
  it('says what a message is and what it says, and that nothing was verified', async () => {
    const { code, out, err } = await run(['decode', 'response.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/^samlp:Response {2}response\.txt\n {2}Note: Line breaks inside the base64 were removed\.\n/);
    expect(out).toMatch(new RegExp(`NameID +${NAME_ID}\n`));
    expect(out).toMatch(new RegExp(`audience +${ENTITY_ID}\n`));
    expect(out).toMatch(new RegExp(`in response to +${REQUEST_ID}\n`));
    expect(out).toMatch(/emailaddress +B\.Simon@contoso\.com\n/);
    expect(out).toContain('\n  <Assertion\n');
    expect(err).toBe('Nothing was verified. saml-rehearsal diagnose gives a verdict.\n');
  });

  it('--raw prints the XML to the letter', async () => {
    expect((await run(['decode', 'response.txt', '--raw'])).out).toBe(`${xml}\n`);
  });

  it('--json prints the same as data', async () => {
    const { out, err } = await run(['decode', 'response.txt', '--json']);
    const [message] = JSON.parse(out).messages;
    expect(message).toMatchObject({ kind: 'response', xml, inResponseTo: REQUEST_ID });
    expect(message.facts).toContainEqual({ label: 'NameID', values: [NAME_ID] });
    expect(err).toBe('');
  });

  it('reads an AuthnRequest out of a URL', async () => {
    const { out } = await run(['decode', 'request.url']);
    expect(out).toMatch(/^samlp:AuthnRequest/);
    expect(out).toMatch(/RelayState +state\n/);
    expect(out).toMatch(/sent to +https:\/\/idp\.example\/saml2\n/);
  });

  it('takes a URL as the argument itself', async () => {
    expect((await run(['decode', `https://x/?SAMLRequest=${encodeURIComponent(deflated(REQUEST))}`])).out).toContain(
      '_q1',
    );
  });

  it('reads stdin', async () => {
    expect((await run(['decode', '-'], { stdin: base64 })).out).toMatch(/^samlp:Response {2}stdin/);
  });

  it('reads a logout message', async () => {
    expect((await run(['decode', 'logout.xml'])).out).toMatch(/ID +_l1\n/);
  });

  it('shows an encrypted assertion only as such, until it is given the key', async () => {
    const { out } = await run(['decode', 'encrypted.xml']);
    expect(out).toMatch(/\n {2}assertion +encrypted \(/);
    expect(out).not.toMatch(/contoso/);
    const opened = await run(['decode', 'encrypted.xml', '--sp-key', 'sp.key']);
    expect(opened.out).toMatch(new RegExp(`NameID +${NAME_ID}\n`));
  });

  it('lets nothing of a message reach the terminal as a command', async () => {
    const { out } = await run(['decode', 'hostile.xml']);
    expect(out).toMatch(/^samlp:Response/);
    expect(out).not.toMatch(/[\u0080-\u009f\u202e\u001b]/);
  });

  it('--link prints the address that opens it in the inspector, and nothing is sent', async () => {
    const { out, err, code } = await run(['decode', 'response.txt', '--link', '--url', 'http://localhost:7999/']);
    const link = new URL(out);
    expect([code, err, link.origin, link.pathname]).toEqual([0, '', 'http://localhost:7999', '/decode']);
    const message = new URLSearchParams(link.hash.slice(1)).get('message') ?? '';
    expect(Buffer.from(message, 'base64').toString()).toBe(xml);
  });

  it('--link takes the request along with the response that answers it', async () => {
    const { out } = await run(['decode', 'both.txt', '--link']);
    const lines = new URLSearchParams(new URL(out).hash.slice(1)).get('message')?.split('\n') ?? [];
    expect(lines.map((line) => /<samlp:(\w+)/.exec(Buffer.from(line, 'base64').toString())?.[1])).toEqual([
      'AuthnRequest',
      'Response',
    ]);
  });

  it('--link says what to do when the address would be too long', async () => {
    const { code, err } = await run(['decode', 'large.xml', '--link']);
    expect(code).toBe(2);
    expect(err).toContain('Drop the file on http://localhost:7010/decode instead.');
  });

  it('says what it is when it is no message', async () => {
    const { code, err } = await run(['decode', 'letter.txt']);
    expect(code).toBe(2);
    expect(err).toContain('NOT_A_MESSAGE: There is no SAML message in letter.txt. Nothing in it looks like');
  });
});
