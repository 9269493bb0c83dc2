import { describe, expect, it } from '@jest/globals';
import { warningOfIdentifier } from '../../src/entra/configure.js';
import { createDirectory } from '../../src/entra/directory.js';
import { patternOf, REGION_PATTERNS } from '../../src/entra/region-pattern.js';
import { matchesReplyUrl, problemOfReplyUrl } from '../../src/entra/reply-url.js';
import { aStandIn, ENTITY_ID } from '../a-stand-in.js';
import { testKey } from '../keys.js';

describe('A Reply URL', () => {
  it.each([
    'https://eu-api.mimecast.com/login/saml',
    'https://127.0.0.1/acs',
    'http://localhost:7010/login/saml',
    'http://127.0.0.1:7010/acs',
  ])('may be %s', (url) => {
    expect(problemOfReplyUrl(url)).toBeUndefined();
  });

  it.each([
    ['http://sp.example.com/acs', 'http:// is only for localhost'],
    ['/login/saml', 'has to be an absolute URL'],
    ['javascript:alert(1)', "may not hold any of ! $ ' ( ) , ;"],
    ['ftp://sp.example.com/', 'not with ftp:'],
    ['https://*.example.com/acs', 'wildcard'],
    ['https://sp.example.com/a;b', "may not hold any of ! $ ' ( ) , ;"],
    [`https://sp.example.com/${'a'.repeat(256)}`, 'at most 256 characters'],
  ])('may not be %s', (url, words) => {
    expect(problemOfReplyUrl(url)).toContain(words);
  });

  it.each([
    ['https://sp.example.com/acs', 'https://sp.example.com/acs', true],
    ['https://sp.example.com/acs/', 'https://sp.example.com/acs', false],
    ['https://sp.example.com/Acs', 'https://sp.example.com/acs', false],
    ['https://sp.example.com:443/acs', 'https://sp.example.com/acs', false],
    ['http://localhost:1/acs', 'http://localhost:2/acs', true],
    ['http://localhost/acs', 'http://localhost:2/acs', true],
    ['https://localhost:1/acs', 'http://localhost:1/acs', false],
    ['http://localhost:1/Acs', 'http://localhost:1/acs', false],
    ['http://127.0.0.1:1/acs', 'http://127.0.0.1:2/acs', false],
    ['http://localhost.evil.example:1/acs', 'http://localhost:1/acs', false],
    ['http://localhost:1@evil.example/acs', 'http://localhost:1/acs', false],
  ])('asked for as %s matches the registered %s: %s', (asked, registered, matches) => {
    expect(matchesReplyUrl(asked, registered)).toBe(matches);
  });
});

describe('Basic SAML Configuration', () => {
  it('offers the five regions of the gallery, and recognizes them', () => {
    expect(REGION_PATTERNS.map(({ region }) => region)).toEqual([
      'Europe',
      'United States',
      'South Africa',
      'Australia',
      'Offshore',
    ]);
    expect(patternOf(ENTITY_ID)?.region).toBe('Europe');
    expect(patternOf('https://eu-api.mimecast.com/sso/')).toBeUndefined();
  });

  it('warns of an Identifier that is no URI', () => {
    expect(warningOfIdentifier('mimecast')).toContain('is not a URI');
    expect(warningOfIdentifier(ENTITY_ID)).toBeUndefined();
  });

  it('names everything that is wrong at once', () => {
    const change = () =>
      aStandIn().updateApplication({
        replyUrls: ['http://sp.example.com/acs'],
        signOnUrl: 'ftp://x',
        signingOption: 'Sign all' as 'Sign SAML response',
        claims: [
          { name: 'groups', namespace: 'http://schemas.microsoft.com/ws/2008/06/identity/claims', source: 'user.mail' },
          { name: 'shoe', source: 'user.shoesize' },
        ],
      });
    for (const words of [
      'http:// is only for localhost',
      '"ftp://x" is not an http(s) URL',
      'restricted claim set',
      '"Sign all" is no Signing Option; there are Sign SAML assertion, Sign SAML response, ',
      '"user.shoesize" is not a source attribute',
    ]) {
      expect(change).toThrow(words);
    }
  });

  it('keeps what was not changed, and takes away what is null', () => {
    const entra = aStandIn();
    entra.updateApplication({ signOnUrl: 'https://eu-api.mimecast.com/login/saml', relayState: 'x' });
    expect(entra.updateApplication({ signOnUrl: null })).toMatchObject({ relayState: 'x', identifiers: [ENTITY_ID] });
    expect(entra.application.signOnUrl).toBeUndefined();
  });

  it('refuses a private key where a certificate belongs', () => {
    const change = () => aStandIn().updateApplication({ tokenEncryptionCertificate: testKey('sp').privateKeyPem });
    expect(change).toThrow('A private key was given where a certificate is needed.');
  });
});

describe('Users and groups', () => {
  it('finds users whatever the case, and refuses names that are none', () => {
    const entra = aStandIn();
    expect(entra.directory.find(' b.simon@CONTOSO.com ')?.displayName).toBe('B. Simon');
    expect(() => entra.addUser({ userPrincipalName: 'B Simon' })).toThrow('"B Simon" is not a user name.');
  });

  it('assigns users and groups with roles that exist, and nobody else', () => {
    const entra = aStandIn('roles', { application: { appRoles: [{ displayName: 'Administrator', value: 'admin' }] } });
    expect(() => entra.assign('ghost@contoso.com')).toThrow('No user or group is called ghost@contoso.com.');
    expect(() => entra.assign('B.Simon@contoso.com', 'king')).toThrow('The application has no role "king".');
    entra.assign('B.Simon@contoso.com', 'admin');
    expect(entra.assignments.list()).toContainEqual({ type: 'User', principal: 'B.Simon@contoso.com', role: 'admin' });
  });

  it('survives groups that are members of each other', () => {
    const groups = [
      { id: 'a', displayName: 'A', memberOf: ['b'] },
      { id: 'b', displayName: 'B', memberOf: ['a'] },
    ];
    const directory = createDirectory([], groups);
    const user = directory.put({ userPrincipalName: 'x@contoso.com', memberOf: ['a'] });
    expect(directory.groupsOf(user)).toEqual(['a', 'b']);
  });
});
