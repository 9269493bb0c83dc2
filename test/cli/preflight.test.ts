import { describe, expect, it } from '@jest/globals';
import { IDP_ENTITY_ID, TENANT_ID } from '../a-response.js';
import { entraMetadata } from '../entra-metadata.js';
import { testKey } from '../keys.js';
import { inFolder } from './command-line.js';

const { run } = inFolder({
  'metadata.xml': entraMetadata(['idp']),
  'big-endian.xml': Buffer.from(`\uFEFF${entraMetadata(['idp'])}`, 'utf16le').swap16(),
  'two.xml': entraMetadata(['idp', 'idp-next']),
  'tenant.xml': entraMetadata(['tenant']),
  'rehearsal.yaml': 'idpMetadata: metadata.xml\naccountCode: CUK1\nregion: us\nverbatim: true\nport: 0\nentraPort: 0\n',
  'idp.pem': testKey('idp').certificatePem,
  'rogue.pem': testKey('rogue').certificatePem,
  'request.xml':
    '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="1abc" Version="2.0" IssueInstant="2026-03-02T09:15:00Z"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">x</Issuer></samlp:AuthnRequest>',
});
const now = new Date('2026-03-02T09:15:00Z');
const names = [
  '--entity-id',
  'https://eu-api.mimecast.com/sso/C46A75',
  '--acs',
  'https://eu-api.mimecast.com/login/saml',
];

describe('preflight', () => {
  it('finds nothing wrong with a good set-up and exits 0', async () => {
    const { code, out } = await run(
      [
        'preflight',
        '--idp-metadata',
        'metadata.xml',
        '--idp-cert',
        'idp.pem',
        ...names,
        '--port',
        '0',
        '--entra-port',
        '0',
      ],
      { now },
    );
    expect(out).not.toMatch(/^(problem|warning)/m);
    expect(out).toContain(`ok       The metadata describes ${IDP_ENTITY_ID}.`);
    expect(out).toMatch(/ok {7}SHA-1 [0-9A-F]{40} .*left\./);
    expect(out).toContain('is published by the IdP');
    expect(out).toContain('Identifier of Mimecast account C46A75, region eu');
    expect(code).toBe(0);
  });

  const cases: [string, string[], RegExp, number][] = [
    [
      'metadata saved as UTF-16',
      ['--idp-metadata', 'big-endian.xml', '--at', '2026-03-02T09:15:00Z'],
      /ok {7}The metadata describes/,
      0,
    ],
    [
      'an expired certificate',
      ['--idp-metadata', 'metadata.xml', '--at', '2031-01-01T00:00:00Z'],
      /problem .*expired .* ago/,
      1,
    ],
    [
      'one that expires soon',
      ['--idp-metadata', 'metadata.xml', '--at', '2028-05-20T00:00:00Z'],
      /warning .*expires in 12 day/,
      0,
    ],
    [
      'one that is not valid yet',
      ['--idp-metadata', 'metadata.xml', '--at', '2020-01-01T00:00:00Z'],
      /problem .*not valid for another/,
      1,
    ],
    ['several certificates', ['--idp-metadata', 'two.xml'], /warning .*2 certificates are published/, 0],
    [
      'metadata of the tenant',
      ['--idp-metadata', 'tenant.xml'],
      /problem .*tenant[\s\S]*App Federation Metadata Url/,
      1,
    ],
    [
      'another certificate entered',
      ['--idp-metadata', 'metadata.xml', '--idp-cert', 'rogue.pem'],
      /problem .*not among those the IdP publishes/,
      1,
    ],
    [
      'the identifier of the IdP',
      ['--idp-metadata', 'metadata.xml', '--entity-id', IDP_ENTITY_ID],
      /problem .*IdP's own entityID/,
      1,
    ],
    ['a bare GUID as identifier', ['--entity-id', TENANT_ID], /warning .*spn:/, 0],
    ['white space in the identifier', ['--entity-id', 'https://x '], /problem .*white space/, 1],
    [
      'an account code of another region',
      ['--entity-id', 'https://eu-api.mimecast.com/sso/CUSA12'],
      /warning .*region us/,
      0,
    ],
    [
      'names of two regions',
      ['--entity-id', 'https://eu-api.mimecast.com/sso/C46A75', '--acs', 'https://us-api.mimecast.com/login/saml'],
      /problem .*region eu, the Reply URL of region us/,
      1,
    ],
    ['plain http', ['--entity-id', 'https://x', '--acs', 'http://sp.example/acs'], /problem .*begin with https/, 1],
    ['a request Entra refuses', ['--request', 'request.xml'], /problem .*AuthnRequest: .*digit/, 1],
    [
      'another letter than the account’s, where it stands',
      ['--account-code', 'C46A75', '--entity-id', 'https://eu-api.mimecast.com/sso/C46A57'],
      /problem .*The Identifier \(Entity ID\) is not that of the account: [\s\S]*C46A75[\s\S]*C46A57[\s\S]*\^/,
      1,
    ],
    ['the right letters', ['--account-code', 'C46A75', ...names], /ok .*Identifier.*letter by letter/, 0],
    [
      'the Reply URL of one application',
      ['--account-code', 'C46A75', '--acs', 'https://eu-api.mimecast.com/login/sso/mpp'],
      /ok .*Reply URL is one of the account's/,
      0,
    ],
    [
      'a Reply URL of this machine',
      ['--account-code', 'C46A75', '--acs', 'http://localhost:7010/login/saml'],
      /ok .*of a rehearsal on this machine/,
      0,
    ],
    ['an account code of another region, alone', ['--account-code', 'CUSA1'], /warning .*CUSA belong to/, 0],
    [
      'the form for other IdPs',
      ['--entity-id', 'eu-api.mimecast.com.C46A75'],
      /warning .*the form for every other IdP.*with Entra it is the form for Microsoft Entra ID/,
      0,
    ],
    [
      'what is odd about the code, beside a wrong Identifier',
      ['--account-code', 'CUK1', '--region', 'us', '--entity-id', 'https://us-api.mimecast.com/sso/ '],
      /warning .*CUK belong to Europe[\s\S]*problem .*is not that of the account/,
      1,
    ],
    ['no known form', ['--entity-id', 'https://eu-api.mimecast.com/sso/C46A75/'], /problem .*none of the forms/, 1],
    [
      'a host of no region',
      ['--entity-id', 'https://x', '--acs', 'https://login-eu.mimecast.com/login/saml'],
      /problem .*no known region: login-eu/,
      1,
    ],
    [
      'a path of no endpoint',
      ['--entity-id', 'https://x', '--acs', 'https://eu-api.mimecast.com/saml'],
      /problem .*path of the Reply URL is none/,
      1,
    ],
    ['a letter that only looks like one', ['--entity-id', 'https://\u0435u/x'], /problem .*character 9 is U\+0435/, 1],
    [
      'a Sign-on URL that is the Reply URL',
      [...names, '--sign-on-url', 'https://eu-api.mimecast.com/login/saml'],
      /warning .*as the tutorial has it: the tile/,
      0,
    ],
    ['no Sign-on URL', [...names, '--sign-on-url', ''], /ok .*tile in My Apps posts an unsolicited/, 0],
    [
      'a Sign-on URL of its own',
      [...names, '--sign-on-url', 'https://x/'],
      /ok .*tile in My Apps opens https:\/\/x/,
      0,
    ],
    ['a Sign-on URL that is none', [...names, '--sign-on-url', 'x'], /problem .*not an http or https URL/, 1],
    [
      'ticked context boxes',
      [...names, '--integrated-context'],
      /problem .*Use Integrated Authentication Context: .*AADSTS75011 \(inferred/,
      1,
    ],
    ['unticked ones', [...names, '--no-password-protected-context'], /ok .*Both context boxes are unticked/, 0],
    ['what was not given', ['--idp-metadata', 'metadata.xml'], /unknown .*give it with --entity-id/, 0],
  ];
  it.each(cases)('sees %s', async (_name, argv, words, expected) => {
    const { code, out } = await run(['preflight', ...argv], { now });
    expect(out).toMatch(words);
    expect(code).toBe(expected);
  });

  it('says what Entra has to hold, character by character', async () => {
    const argv = ['preflight', '--account-code', 'CUSA12', '--region', 'us'];
    const { out } = await run(argv, { now });
    expect(out).toContain(`Entra has to hold, character by character:
  Identifier (Entity ID)
    https://us-api.mimecast.com/sso/CUSA12   (38 characters)
  Reply URL (Assertion Consumer Service URL)
    https://us-api.mimecast.com/login/saml   (38 characters)
`);
    expect(JSON.parse((await run([...argv, '--json'], { now })).out).entra).toEqual([
      { field: 'Identifier (Entity ID)', value: 'https://us-api.mimecast.com/sso/CUSA12', length: 38 },
      {
        field: 'Reply URL (Assertion Consumer Service URL)',
        value: 'https://us-api.mimecast.com/login/saml',
        length: 38,
      },
    ]);
  });

  it('says when a certificate ends', async () => {
    const { out } = await run(['preflight', '--idp-metadata', 'metadata.xml'], { now });
    expect(out).toMatch(/2028-06-/);
  });

  it('--json has the same as data', async () => {
    const { out } = await run(['preflight', '--idp-metadata', 'metadata.xml', '--json'], { now });
    expect(JSON.parse(out)).toMatchObject({
      healthy: true,
      items: expect.arrayContaining([expect.objectContaining({ id: 'metadata', status: 'ok' })]),
    });
  });

  it('takes what no flag says from the configuration file, as start does', async () => {
    const env = { SAML_REHEARSAL_CONFIG: 'rehearsal.yaml' };
    const { out } = await run(['preflight', '--entity-id', 'https://eu-api.mimecast.com/sso/CUK1'], { now, env });
    expect(out).toContain(`The metadata describes ${IDP_ENTITY_ID}.`);
    expect(out).toContain('it is of the Mimecast region eu, expected is us');
    expect(out).toMatch(/[Pp]ort 7443/);
    expect(out).not.toMatch(/[Pp]ort 701[01]/);
    const other = await run(['preflight', '--region', 'eu'], { now, env });
    expect(other.out).toContain('https://eu-api.mimecast.com/sso/CUK1 ');
    const none = await run(['preflight'], { env: { SAML_REHEARSAL_CONFIG: 'nowhere.yaml' } });
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no such file')]);
  });

  it('without anything to look over is a mistake', async () => {
    expect(await run(['preflight'])).toMatchObject({ code: 2, err: expect.stringContaining('nothing to look over') });
  });
});
