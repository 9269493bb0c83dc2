import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeClock } from '../../src/cli/preflight/clock-items.js';
import { writeEntraMetadata } from '../../src/saml/write-entra-metadata.js';
import { IDP_ENTITY_ID, TENANT_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';
import { inFolder } from './command-line.js';

const metadata = (...names: TestKeyName[]) =>
  writeEntraMetadata({
    id: '_00000000-0000-4000-8000-000000000000',
    entityId: IDP_ENTITY_ID,
    singleSignOnUrl: `https://login.microsoftonline.com/${TENANT_ID}/saml2`,
    wsFederationUrl: `https://login.microsoftonline.com/${TENANT_ID}/wsfed`,
    certificates: names.map((name) => testKey(name).certificatePem),
    signWith: testKey(names[0] as TestKeyName),
  });

const { run } = inFolder({
  'metadata.xml': metadata('idp'),
  'two.xml': metadata('idp', 'idp-next'),
  'tenant.xml': metadata('tenant'),
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
      ['preflight', '--idp-metadata', 'metadata.xml', '--idp-cert', 'idp.pem', ...names],
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
    ['metadata of the tenant', ['--idp-metadata', 'tenant.xml'], /tenant[\s\S]*App Federation Metadata Url/, 0],
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
    ['what was not given', ['--idp-metadata', 'metadata.xml'], /unknown .*give it with --entity-id/, 0],
  ];
  it.each(cases)('sees %s', async (_name, argv, words, expected) => {
    const { code, out } = await run(['preflight', ...argv], { now });
    expect(out).toMatch(words);
    expect(code).toBe(expected);
  });

  it('--json has the same as data', async () => {
    const { out } = await run(['preflight', '--idp-metadata', 'metadata.xml', '--json'], { now });
    expect(JSON.parse(out)).toMatchObject({
      healthy: true,
      items: expect.arrayContaining([expect.objectContaining({ id: 'metadata', status: 'ok' })]),
    });
  });

  it('without anything to look over is a mistake', async () => {
    expect(await run(['preflight'])).toMatchObject({ code: 2, err: expect.stringContaining('nothing to look over') });
  });
});

describe('preflight with metadata from a server', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('Date', 'Mon, 02 Mar 2026 09:15:00 GMT').end(metadata('idp'));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  });
  afterAll(() => void server.close());

  it('compares the clocks', async () => {
    const argv = ['preflight', '--idp-metadata', url];
    expect((await run(argv, { now })).out).toContain('agree within a minute');
    const fast = await run(argv, { now: new Date('2026-03-02T09:25:00Z') });
    expect(fast.out).toMatch(/problem {2}This clock is 10 min fast/);
    expect(fast.code).toBe(1);
  });

  it('says what went wrong when it cannot be fetched', async () => {
    const { code, err } = await run(['preflight', '--idp-metadata', 'http://127.0.0.1:9/x']);
    expect(code).toBe(2);
    expect(err).toContain('METADATA_UNREACHABLE');
  });
});

describe('The clock', () => {
  it.each([
    [0, 'ok'],
    [90_000, 'warning'],
    [-200_000, 'problem'],
  ])('off by %d ms is %s', (off, status) => expect(judgeClock(0, off).status).toBe(status));
});
