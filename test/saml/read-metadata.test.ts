import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { type ReadMetadataOptions, readMetadata } from '../../src/saml/read-metadata.js';
import { writeEntraMetadata } from '../../src/saml/write-metadata.js';
import { GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';
import { corpusText, corpusXml, itOverCorpus } from './corpus.js';

function metadata(
  change: (xml: string) => string = (xml) => xml,
  keys: TestKeyName[] = ['idp'],
  signed = false,
): string {
  const xml = writeEntraMetadata({
    id: '_m',
    entityId: IDP_ENTITY_ID,
    singleSignOnUrl: 'https://login.example/saml2',
    wsFederationUrl: 'https://login.example/wsfed',
    certificates: keys.map((name) => testKey(name).certificatePem),
    ...(signed && { signWith: testKey('idp') }),
  });
  return change(xml);
}

function complaints(xml: string, options: ReadMetadataOptions = {}): string[] {
  return readMetadata(xml, options).problems.map(({ kind, severity, message }) => `${severity} ${kind}: ${message}`);
}

const idpOnly = (entityId: string) =>
  metadata()
    .replace(/^.*?<EntityDescriptor/s, '<EntityDescriptor')
    .replace(IDP_ENTITY_ID, entityId)
    .replace(/<RoleDescriptor .*<\/RoleDescriptor>/s, '')
    .replace('ID="_m"', `ID="_${entityId.replace(/\W/g, '')}"`);
const federation = (...entities: string[]) =>
  `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${entities.join('')}</EntitiesDescriptor>`;

describe('Reading metadata', () => {
  it('finds nothing wrong in a good document, with or without byte order mark', () => {
    expect(complaints(metadata(), { at: GOOD_AT })).toEqual([]);
    expect(complaints(metadata((xml) => xml.slice(1)))).toEqual([]);
  });

  it('lists each key once, though every role repeats it', () => {
    const { identityProvider } = readMetadata(metadata(undefined, ['idp', 'idp-next', 'idp']));
    expect(identityProvider?.signingCertificates).toHaveLength(2);
  });

  it('recognises the metadata of the whole tenant and says how to get the application’s', () => {
    const xml = metadata(undefined, ['tenant']);
    expect(readMetadata(xml).tenantWide).toBe(true);
    expect(complaints(xml)).toEqual([expect.stringContaining('Fetch it with ?appid=<application id>')]);
    expect(readMetadata(metadata(undefined, ['sp'])).tenantWide).toBeUndefined();
  });

  it('takes the entity asked for out of several, and asks when nobody said which', () => {
    const two = federation(idpOnly('https://one.example'), idpOnly('https://two.example'));
    expect(readMetadata(two, { entityId: 'https://two.example' }).identityProvider?.entityId).toBe(
      'https://two.example',
    );
    expect(readMetadata(two)).toMatchObject({ entityIds: ['https://one.example', 'https://two.example'] });
    expect(readMetadata(two).identityProvider).toBeUndefined();
    expect(complaints(two)).toEqual([
      'error several-identity-providers: It describes 2 identity providers (https://one.example, https://two.example); say which one is meant.',
    ]);
    expect(complaints(federation(idpOnly('https://one.example')))).toEqual([]);
  });

  it('says that it is another entity than the configured one', () => {
    expect(complaints(metadata(), { entityId: 'https://sts.windows.net/other/' })).toEqual([
      `error other-entity: It describes ${IDP_ENTITY_ID}, not https://sts.windows.net/other/.`,
    ]);
  });

  it('judges validUntil only when told the time', () => {
    const until = (value: string) =>
      metadata((xml) => xml.replace('<EntityDescriptor', `<EntityDescriptor validUntil="${value}"`));
    expect(readMetadata(until('2026-01-01T00:00:00Z')).validUntil).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect(complaints(until('2026-01-01T00:00:00Z'))).toEqual([]);
    expect(complaints(until('2026-01-01T00:00:00Z'), { at: GOOD_AT })).toEqual([
      'error expired: The metadata was valid until 2026-01-01T00:00:00Z; fetch it anew.',
    ]);
    expect(complaints(until('2099-01-01T00:00:00Z'), { at: GOOD_AT })).toEqual([
      'warning valid-until-far: The metadata claims to be valid until 2099-01-01T00:00:00Z.',
    ]);
    expect(complaints(until('tomorrow'), { at: GOOD_AT })).toEqual([
      'warning valid-until-unreadable: validUntil="tomorrow" is not an instant in UTC.',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example/',
    'https://[',
    'https://a b/',
    ' https://a.example',
    '',
  ])('keeps no endpoint at %j', (location) => {
    const xml = metadata((text) =>
      text.replace(/(<SingleSignOnService [^>]*HTTP-POST" Location=")[^"]*/, `$1${location}`),
    );
    expect(complaints(xml)).toEqual([
      `error location-not-http: The Location "${location}" of SingleSignOnService is not an http or https address.`,
    ]);
    expect(readMetadata(xml).identityProvider?.singleSignOn).toHaveLength(1);
  });

  it('names every way of not being usable metadata', () => {
    const cases: [string, string][] = [
      ['<a', 'error unreadable: '],
      ['<!DOCTYPE a [<!ENTITY e "x">]><a/>', 'error unreadable: The message declares a document type'],
      [`${idpOnly('https://a.example')}<b/>`, 'error unreadable: A second root element follows the first.'],
      ['<html><body/></html>', 'error not-metadata: This is a web page, not metadata'],
      ['<a xmlns="urn:x"/>', 'error not-metadata: This is a of urn:x, not SAML 2.0 metadata.'],
      [federation(), 'error not-metadata'],
      [
        '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>',
        'error no-identity-provider: It holds no IDPSSODescriptor',
      ],
      [metadata((xml) => xml.replace(/entityID="[^"]*"/, '')), 'error no-entity-id: '],
      [
        metadata((xml) => xml.replace(IDP_ENTITY_ID, 'https://sts.windows.net/{tenantid}/')),
        'warning template-entity-id: ',
      ],
      [metadata((xml) => xml.replace(/<KeyDescriptor.*?<\/KeyDescriptor>/gs, '')), 'error no-signing-key: '],
      [metadata((xml) => xml.replaceAll('use="signing"', 'use="encryption"')), 'error no-signing-key: '],
      [metadata((xml) => xml.replace(/<SingleSignOnService [^>]*>/g, '')), 'warning no-single-sign-on: '],
      [
        metadata((xml) =>
          xml.replace(
            /protocolSupportEnumeration="urn:oasis[^"]*"/,
            'protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"',
          ),
        ),
        'error no-identity-provider: Its IDPSSODescriptor does not support SAML 2.0.',
      ],
    ];
    for (const [xml, expected] of cases) expect(complaints(xml)[0]).toContain(expected);
  });

  it('passes over a certificate it cannot read and a key without certificate, and says so', () => {
    const xml = metadata((text) => text.replaceAll(/MIIC8DCC/g, 'AAAAAAAA'), ['idp']);
    expect(complaints(xml)).toEqual([
      expect.stringContaining('error certificate-unreadable: An X509Certificate (AAAAAAAA'),
      expect.stringContaining('error no-signing-key'),
    ]);
    const bare = metadata((text) => text.replace(/<X509Data>.*?<\/X509Data>/gs, '<KeyName>k</KeyName>'));
    expect(complaints(bare)[0]).toContain('warning key-without-certificate');
  });

  it('does not take the chain above a key for keys', () => {
    const chain = certificateFromPem(testKey('rogue').certificatePem).pem.replace(/-----[^-]+-----|\s/g, '');
    const xml = metadata((text) =>
      text.replaceAll(
        '</X509Certificate></X509Data>',
        `</X509Certificate><X509Certificate>${chain}</X509Certificate></X509Data>`,
      ),
    );
    expect(readMetadata(xml).identityProvider?.signingCertificates.map(({ pem }) => pem)).toEqual([
      testKey('idp').certificatePem,
    ]);
  });

  it('reports the document’s own signature, and judges it against trusted keys when there are any', () => {
    const trusted = { trustedCertificates: [certificateFromPem(testKey('idp').certificatePem)] };
    const others = { trustedCertificates: [certificateFromPem(testKey('rogue').certificatePem)] };
    const good = metadata(undefined, ['idp'], true);
    const changed = good.replaceAll('https://login.example/saml2', 'https://evil.example/saml2');
    expect(readMetadata(good).signature?.status).toBe('verifies');
    expect(complaints(good, trusted)).toEqual([]);
    expect(complaints(changed)).toEqual([expect.stringContaining('warning signature-broken: ')]);
    expect(complaints(changed, trusted)).toEqual([
      'error signature-untrusted: The signature of the metadata: It was changed after it was signed (formatting it anew is enough).',
    ]);
    expect(complaints(good, others)).toEqual([expect.stringContaining('error signature-untrusted: ')]);
    expect(complaints(metadata(), trusted)).toEqual([
      'error signature-untrusted: The signature of the metadata: It is not signed.',
    ]);
  });

  itOverCorpus('of captured identity providers yields entityID, keys and places', () => {
    const read = (name: string) => {
      const { identityProvider: idp, problems, tenantWide, signature } = readMetadata(corpusText(name));
      return [
        idp?.entityId,
        idp?.signingCertificates.length,
        tenantWide,
        signature?.status,
        ...problems.map(({ kind }) => kind),
      ];
    };
    expect(read('entra/ssoready/metadata.xml')).toEqual([
      'https://sts.windows.net/a9054a0f-2011-4e31-b3ac-fd8c354146ec/',
      1,
      false,
      'verifies',
    ]);
    expect(read('entra/coveo/azure.xml').slice(1)).toEqual([1, false, 'verifies']);
    expect(read('entra/fusionauth/metadata.xml')).toEqual([
      'https://sts.windows.net/c2150111-3c44-4508-9f08-790cb4032a23/',
      3,
      true,
      'content-changed',
      'tenant-wide',
      'signature-broken',
    ]);
    expect(read('entra/identitymodel/ReferenceMetadata.AADCommonMetadata.xml')).toEqual([
      undefined,
      3,
      true,
      'verifies',
      'template-entity-id',
      'tenant-wide',
    ]);
    expect(read('entra/identitymodel/windows-ad-metadata.xml').at(-1)).toBe('service-provider');
    const captured = corpusXml()
      .map(({ name }) => name)
      .filter((name) => name.endsWith('idp-metadata.xml'));
    expect(captured.length).toBeGreaterThanOrEqual(9);
    for (const name of captured) expect([name, ...read(name).slice(4)]).toEqual([name]);
  });
});
