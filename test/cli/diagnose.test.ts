import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, NAME_ID, REQUEST_ID } from '../a-response.js';
import { form } from '../import/messages.js';
import { testKey } from '../keys.js';
import { inFolder } from './command-line.js';

const good = aResponse();
const tampered = aResponse({
  after: (xml) => xml.replace('>B.Simon@contoso.com</NameID>', '>E.Vil@contoso.com</NameID>'),
});
const request = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${REQUEST_ID}" Version="2.0"/>`;
const har = JSON.stringify({
  log: {
    entries: [
      {
        startedDateTime: '2026-03-02T09:14:58Z',
        request: {
          method: 'POST',
          url: 'https://idp.example/saml2',
          postData: { text: form({ SAMLRequest: Buffer.from(request).toString('base64') }) },
        },
      },
      {
        startedDateTime: GOOD_AT.toISOString(),
        request: { method: 'POST', url: ACS, postData: { text: form({ SAMLResponse: good.base64 }) } },
      },
      {
        startedDateTime: GOOD_AT.toISOString(),
        request: { method: 'POST', url: ACS, postData: { text: form({ SAMLResponse: tampered.base64 }) } },
      },
    ],
  },
});
const { run, path } = inFolder({
  'good.txt': good.base64,
  'tampered.xml': tampered.xml,
  'login.har': har,
  'idp.pem': testKey('idp').certificatePem,
  'idp.der': Buffer.from(testKey('idp').certificatePem.replace(/-----[^-]+-----/g, ''), 'base64'),
  'idp.key': testKey('idp').privateKeyPem,
  'metadata.xml': '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>',
  'letter.txt': 'Dear support',
  'error.html': '<html><body>AADSTS50105: not assigned</body></html>',
});
const known = ['--idp-cert', 'idp.pem', '--entity-id', ENTITY_ID, '--acs', ACS, '--at', GOOD_AT.toISOString()];

describe('diagnose', () => {
  it('accepts a good message, with all it says, and exits 0', async () => {
    const { code, out, err } = await run(['diagnose', 'good.txt', ...known]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`good.txt  (judged as of ${GOOD_AT.toISOString()})`);
    expect(out).toContain('ACCEPTED');
    expect(out).toContain(`NameID  (emailAddress)\n    ${NAME_ID}`);
    expect(out).toContain('claims/surname\n    Simon');
    expect(out).toContain('Second opinion\n  @node-saml/passport-saml accepts it');
  });

  it('refuses a tampered one for the right reason and exits 1', async () => {
    const { code, out } = await run(['diagnose', 'tampered.xml', ...known]);
    expect(code).toBe(1);
    expect(out).toContain('REFUSED  digest-matches');
    expect(out).toContain('NOT verified: under no trusted signature');
  });

  it('says which flag to give when the keys of the IdP are not known', async () => {
    const { code, out } = await run(['diagnose', 'good.txt', '--at', 'issued']);
    expect(code).toBe(1);
    expect(out).toContain('Give --idp-metadata <file|url>');
    expect(out).toContain('NOT ACCEPTED');
  });

  it('takes what it is judged against from the environment too', async () => {
    const env = { SAML_REHEARSAL_ENTITY_ID: 'https://eu-api.mimecast.com/sso/OTHER1' };
    const { out } = await run(['diagnose', 'good.txt', '--idp-cert', 'idp.pem', '--at', 'issued'], { env });
    expect(out).toContain('REFUSED  audience-matches');
  });

  it('judges as of now unless told otherwise, and says how to judge an old message', async () => {
    const { code, out } = await run(['diagnose', 'good.txt', '--idp-cert', 'idp.pem'], {
      now: new Date('2026-05-01T00:00:00Z'),
    });
    expect(code).toBe(1);
    expect(out).toMatch(/REFUSED {2}(conditions-not-expired|subject-confirmation-in-time)/);
    expect(out).toContain('--at issued judges at the moment it was issued');
  });

  it('reads stdin, a certificate in DER, and leaves node-saml out when told to', async () => {
    const argv = ['diagnose', '-', '--idp-cert', 'idp.der', '--at', 'issued', '--no-second-opinion'];
    const { code, out } = await run(argv, { stdin: good.xml });
    expect(code).toBe(0);
    expect(out).toContain('stdin  (judged');
    expect(out).not.toContain('Second opinion');
  });

  it('judges every response in a HAR at its own instant, against the endpoint it was posted to, joined with its request', async () => {
    const { code, out, err } = await run(['diagnose', 'login.har', '--idp-cert', 'idp.pem', '--json']);
    const { accepted, messages } = JSON.parse(out);
    expect([code, accepted]).toEqual([1, false]);
    expect(
      messages.map((m: { name: string; accepted: boolean; rootCause: string }) => [m.name, m.accepted, m.rootCause]),
    ).toEqual([
      [`HAR entry 2: POST ${ACS}`, true, null],
      [`HAR entry 3: POST ${ACS}`, false, 'digest-matches'],
    ]);
    const status = (id: string) => messages[0].findings.find((f: { id: string }) => f.id === id).status;
    expect([status('in-response-to-known'), status('destination-matches')]).toEqual(['pass', 'pass']);
    expect(err).toContain('an AuthnRequest: HAR entry 1: POST https://idp.example/saml2, answered by HAR entry 2');
  });
});

describe('diagnose refuses what it cannot use, and exits 2', () => {
  it.each([
    [['diagnose', 'good.txt', '--idp-cert', 'idp.key'], 'PRIVATE_KEY_GIVEN: idp.key: '],
    [
      ['diagnose', 'good.txt', '--sp-key', 'idp.pem'],
      'KEY_UNREADABLE: idp.pem holds a certificate, not a private key.',
    ],
    [['diagnose', 'good.txt', '--idp-metadata', 'metadata.xml'], 'METADATA_UNUSABLE'],
    [['diagnose', 'metadata.xml'], 'METADATA_GIVEN: metadata.xml is metadata, not a message.'],
    [['diagnose', 'letter.txt'], 'NOT_A_MESSAGE: There is no SAML message in letter.txt.'],
    [['diagnose', 'idp.pem'], 'This is a certificate, not a message'],
    [['diagnose', 'error.html'], 'AADSTS50105'],
    [['diagnose', 'good.txt', '--output', 'no/such/folder/x', '--json'], 'FILE_UNWRITABLE'],
  ])('%j', async (argv, words) => {
    const { code, out, err } = await run(argv);
    expect(err).toContain(words);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('The reporters', () => {
  it('json is the diagnosis, with claims as arrays, and nothing on stderr', async () => {
    const { out, err } = await run(['diagnose', 'tampered.xml', ...known, '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      accepted: false,
      rootCause: 'digest-matches',
      verified: false,
      findings: expect.any(Array),
    });
  });

  it.each(['junit', 'sarif', 'markdown', 'html', 'github'])(
    '%s is for others: no value of the message is in it',
    async (reporter) => {
      const { code, out, err } = await run(['diagnose', 'tampered.xml', ...known, '--reporter', reporter]);
      expect(code).toBe(1);
      expect(out).toContain('digest-matches');
      expect(out).not.toMatch(/E\.Vil|contoso|C46A75/i);
      expect(err).toContain('--no-redact leaves them in');
    },
  );

  it('nor is anything of what it was judged against', async () => {
    const argv = [
      'diagnose',
      'good.txt',
      '--idp-cert',
      'idp.pem',
      '--at',
      'issued',
      '--entity-id',
      'https://sp.fabrikam.com/sso/ZX81',
    ];
    const { out } = await run([...argv, '--acs', 'https://sp.fabrikam.com/intranet', '--reporter', 'markdown']);
    expect(out).toContain('audience-matches');
    expect(out).not.toMatch(/ZX81|fabrikam|intranet|contoso|C46A75/i);
  });

  it('--no-redact leaves values in, --redact takes them out of any', async () => {
    expect((await run(['diagnose', 'tampered.xml', ...known, '--reporter', 'html', '--no-redact'])).out).toContain(
      'E.Vil@contoso.com',
    );
    const { out } = await run(['diagnose', 'tampered.xml', ...known, '--redact']);
    expect(out).not.toMatch(/E\.Vil|contoso|C46A75/i);
    expect(out).toContain('Redacted\n  Replaced by fingerprints');
  });

  it('--output writes a file and says so', async () => {
    const { out, err } = await run(['diagnose', 'good.txt', ...known, '--reporter', 'html', '--output', 'report.html']);
    expect(out).toBe('');
    expect(err).toContain('Written to report.html.');
    expect(readFileSync(path('report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
  });
});

describe('Colour', () => {
  const argv = ['diagnose', 'good.txt', ...known, '--no-second-opinion'];
  it.each([
    [{ isTTY: false }, false],
    [{ isTTY: true }, true],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, false],
    [{ isTTY: false, env: { FORCE_COLOR: '1' } }, true],
  ])('%j: %s', async (around, colored) => {
    expect((await run(argv, around)).out.includes('\u001b[')).toBe(colored);
  });
});
