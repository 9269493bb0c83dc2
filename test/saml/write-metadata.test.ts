import { describe, expect, it } from '@jest/globals';
import { BINDING, NAME_ID_FORMAT } from '../../src/saml/names.js';
import { readMetadata } from '../../src/saml/read-metadata.js';
import { signElement } from '../../src/saml/sign.js';
import { writeEntraMetadata, writeServiceProviderMetadata } from '../../src/saml/write-metadata.js';
import { ACS, ENTITY_ID, IDP_ENTITY_ID, TENANT_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { corpusText, itOverCorpus } from './corpus.js';
import { SCHEMA_FILES, validates } from './schema.js';
import { itWithTool, xmlsecVerifies } from './tools.js';

const LOGIN = 'https://login.microsoftonline.com';

function entra(...keys: Parameters<typeof testKey>[0][]) {
  return writeEntraMetadata({
    id: '_6a7269b2-0000-4f63-a452-3c971d78b24c',
    entityId: IDP_ENTITY_ID,
    singleSignOnUrl: `${LOGIN}/${TENANT_ID}/saml2`,
    wsFederationUrl: `${LOGIN}/${TENANT_ID}/wsfed`,
    certificates: keys.map((name) => testKey(name).certificatePem),
    signWith: testKey(keys[0] ?? 'idp'),
  });
}

/** Everything but what differs between tenants and our own words. */
function shape(xml: string): string {
  return xml
    .replace(/ (ID|entityID|Location|URI)="[^"]*"/g, ' $1=""')
    .replace(
      /<((?:auth:Description|wsa:Address|X509Certificate|DigestValue|SignatureValue)(?: [^>]*)?)>[^<]*</g,
      '<$1><',
    );
}

/** The SAML schema does not know the types of the WS-Federation roles. */
function withoutFederationRoles(xml: string): string {
  return xml.replace(/<RoleDescriptor .*<\/RoleDescriptor>/s, '').replace(/^\uFEFF/, '');
}

describe('Metadata of the stand-in for Entra', () => {
  it('starts with a byte order mark and the declaration Entra writes', () => {
    expect(entra('idp')).toMatch(/^\uFEFF<\?xml version="1.0" encoding="utf-8"\?><EntityDescriptor ID="_/);
  });

  itOverCorpus('has the very shape of a captured document', () => {
    expect(shape(entra('idp'))).toBe(shape(corpusText('entra/ssoready/metadata.xml').trimEnd()));
  });

  it('publishes every key of the application in every role', () => {
    const xml = entra('idp', 'idp-next');
    expect(xml.match(/<KeyDescriptor use="signing">/g)).toHaveLength(6);
    const { identityProvider, problems, tenantWide, signature } = readMetadata(xml);
    expect(problems).toEqual([]);
    expect(tenantWide).toBe(false);
    expect(signature?.status).toBe('verifies');
    expect(identityProvider).toMatchObject({
      entityId: IDP_ENTITY_ID,
      singleSignOn: [
        { binding: BINDING.redirect, location: `${LOGIN}/${TENANT_ID}/saml2` },
        { binding: BINDING.post, location: `${LOGIN}/${TENANT_ID}/saml2` },
      ],
      singleLogout: [{ binding: BINDING.redirect, location: `${LOGIN}/${TENANT_ID}/saml2` }],
    });
    expect(identityProvider?.signingCertificates.map(({ pem }) => pem)).toEqual([
      testKey('idp').certificatePem,
      testKey('idp-next').certificatePem,
    ]);
  });

  itWithTool('xmlsec1', 'carries a signature that convinces xmlsec1', () => {
    expect(xmlsecVerifies(entra('idp'), testKey('idp').certificatePem, ['EntityDescriptor'])).toMatchObject({
      ok: true,
    });
  });

  itWithTool(
    'xmllint',
    'is valid by the SAML metadata schema, its WS-Federation roles aside',
    () => expect(validates(withoutFederationRoles(entra('idp', 'idp-next')), 'metadata')).toMatchObject({ ok: true }),
    SCHEMA_FILES,
  );
});

describe('Metadata of the service provider', () => {
  const full = {
    entityId: ENTITY_ID,
    id: '_sp',
    validUntil: new Date('2026-12-01T00:00:00Z'),
    assertionConsumerServiceUrl: [ACS, `${ACS}/2?a=1&b=2`],
    singleLogout: [{ binding: BINDING.redirect, location: 'https://eu-api.mimecast.com/logout' }],
    nameIdFormats: [NAME_ID_FORMAT.emailAddress],
    authnRequestsSigned: true,
    wantAssertionsSigned: true,
    signingCertificates: [testKey('sp').certificatePem],
    encryptionCertificates: [testKey('sp').certificatePem],
  };

  it('says no more than it was told', () => {
    expect(writeServiceProviderMetadata({ entityId: ENTITY_ID, assertionConsumerServiceUrl: ACS })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${ENTITY_ID}">` +
        '<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
        `<md:AssertionConsumerService Binding="${BINDING.post}" Location="${ACS}" index="0" isDefault="true"/>` +
        '</md:SPSSODescriptor></md:EntityDescriptor>\n',
    );
  });

  itWithTool(
    'xmllint',
    'is valid by the SAML metadata schema, with everything and with nothing optional, signed or not',
    () => {
      const least = writeServiceProviderMetadata({ entityId: ENTITY_ID, assertionConsumerServiceUrl: ACS });
      const most = writeServiceProviderMetadata(full);
      const signed = signElement(most, { elementId: '_sp', ...testKey('sp') });
      for (const xml of [least, most, signed]) expect(validates(xml, 'metadata')).toMatchObject({ ok: true });
    },
    SCHEMA_FILES,
  );

  it('is refused by name where an identity provider’s is wanted', () => {
    const { identityProvider, problems } = readMetadata(writeServiceProviderMetadata(full));
    expect(identityProvider).toBeUndefined();
    expect(problems).toMatchObject([
      {
        kind: 'service-provider',
        message: `This is the metadata of a service provider (${ENTITY_ID}), not of an identity provider. In Entra, take the App Federation Metadata Url.`,
      },
    ]);
  });
});
