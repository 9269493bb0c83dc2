// @ts-check
/** The messages everything is measured with: ours, each different from the other, signed with a key made once per machine. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { systemRandom } from '../dist/clock.js';
import { createResponse } from '../dist/index.js';
import { createSelfSignedCertificate } from '../dist/saml/create-certificate.js';
import { encryptAssertion } from '../dist/saml/encrypt.js';
import { generateRsaKey } from '../dist/saml/generate-rsa-key.js';
import { ENTRA_CLAIM } from '../dist/saml/names.js';
import { planResponse } from '../dist/saml/plan-response.js';
import { signElement } from '../dist/saml/sign.js';
import { writeResponse } from '../dist/saml/write-response.js';

export const cache = new URL('./.cache/', import.meta.url);
export const ENTITY_ID = 'https://eu-api.mimecast.com/sso/C46A75';
export const ACS = 'https://eu-api.mimecast.com/login/saml';

/**
 * @typedef {{ privateKeyPem: string, certificatePem: string }} Pair
 * @typedef {{ samlResponse: string[], tampered: string }} Documents
 * @typedef {{ entityId: string, acs: string, issuer: string, metadata: string, idpCertificate: string, spKey: string,
 *   spCertificate: string }} Settings
 * @typedef {{ groups?: string[], more?: { name: string, values: string[] }[], sign: 'assertion' | 'both', encrypt?: boolean }} Shape
 */

const GROUP_CLAIM = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups';

/** @type {Record<string, Shape>} */
export const shapes = {
  typical: { sign: 'assertion' },
  '150 groups': { groups: groups(150), sign: 'assertion' },
  'both signed': { sign: 'both' },
  encrypted: { sign: 'assertion', encrypt: true },
};

/**
 * Makes `count` messages of every shape and keeps them as files, for programs in other languages too.
 *
 * @param {number} count of each shape; none is like another
 * @returns {Promise<{ settings: Settings, documents: Record<string, Documents> }>}
 */
export async function makeDocuments(count) {
  const { idp, settings } = await makeSettings();
  const documents = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const samlResponse = Array.from({ length: count }, (_, index) => base64(write(shape, idp, settings, index)));
      return [name, { samlResponse, tampered: base64(tamper(shape, idp, settings)) }];
    }),
  );
  writeFileSync(new URL('documents.json', cache), JSON.stringify({ settings, documents }));
  return { settings, documents };
}

/** @returns {Promise<{ idp: Pair, settings: Settings }>} */
export async function makeSettings() {
  const { idp, sp } = await keys();
  const { identityProvider, issuer } = await createResponse({ key: idp });
  const { privateKeyPem: spKey, certificatePem: spCertificate } = sp;
  const settings = { entityId: ENTITY_ID, acs: ACS, issuer, metadata: identityProvider.metadata };
  return { idp, settings: { ...settings, idpCertificate: idp.certificatePem, spKey, spCertificate } };
}

/**
 * @param {Shape} shape
 * @param {Pair} idp
 * @param {Settings} settings
 * @param {number} index
 * @param {{ after?: (xml: string) => string, plaintext?: (xml: string) => string, inResponseTo?: string, email?: string }} [change]
 * @returns {string} XML
 */
export function write(shape, idp, settings, index, change = {}) {
  const id = (/** @type {string} */ what) =>
    `_${what}${index.toString(16).padStart(8, '0')}-92d7-41f7-a1bf-6b0867668f00`;
  const { email = `user${index}@contoso.com` } = change;
  const plan = planResponse({
    responseId: id('b'),
    assertionId: id('a'),
    issuedAt: new Date(),
    issuer: settings.issuer,
    assertionConsumerServiceUrl: settings.acs,
    audience: settings.entityId,
    nameId: { value: email },
    attributes: [
      ...claims(email),
      ...(shape.groups ? [{ name: GROUP_CLAIM, values: shape.groups }] : []),
      ...(shape.more ?? []),
    ],
    ...(change.inResponseTo !== undefined && { inResponseTo: change.inResponseTo }),
  });
  const signed = signElement(writeResponse(plan), { elementId: id('a'), ...idp });
  const sealed = shape.encrypt
    ? encryptAssertion(signed, {
        certificatePem: settings.spCertificate,
        random: systemRandom,
        ...(change.plaintext && { changePlaintext: change.plaintext }),
      })
    : signed;
  const whole = shape.sign === 'both' ? signElement(sealed, { elementId: id('b'), ...idp }) : sealed;
  return change.after ? change.after(whole) : whole;
}

/**
 * The same with another NameID than was signed; in an encrypted one before it was encrypted.
 *
 * @param {Shape} shape
 * @param {Pair} idp
 * @param {Settings} settings
 */
function tamper(shape, idp, settings) {
  const change = (/** @type {string} */ xml) => xml.replace('user1@contoso.com', 'admin@contoso.com');
  return write(shape, idp, settings, 1, shape.encrypt ? { plaintext: change } : { after: change });
}

/** @param {string} xml */
function base64(xml) {
  return Buffer.from(xml).toString('base64');
}

/**
 * Ten claims, as Entra issues them to a gallery application.
 *
 * @param {string} email
 */
function claims(email) {
  const claim = (/** @type {string} */ name, /** @type {string[]} */ ...values) => ({ name, values });
  return [
    claim(ENTRA_CLAIM.tenantId, '2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192'),
    claim(ENTRA_CLAIM.objectIdentifier, '6f0c1c0a-3f0e-4f6e-9f0b-2b1d3c4e5f60'),
    claim(ENTRA_CLAIM.displayName, 'B. Simon'),
    claim(ENTRA_CLAIM.identityProvider, 'https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/'),
    claim(
      ENTRA_CLAIM.authnMethodsReferences,
      'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password',
      ENTRA_CLAIM.multipleAuthn,
    ),
    claim(ENTRA_CLAIM.givenName, 'B.'),
    claim(ENTRA_CLAIM.surname, 'Simon'),
    claim(ENTRA_CLAIM.emailAddress, email),
    claim(ENTRA_CLAIM.name, email),
    claim('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/department', 'Sales & Marketing'),
  ];
}

/** @param {number} count display names of groups, as Entra can emit them */
function groups(count) {
  const place = 'Contoso Europe Middle East and Africa, Human Resources and Facilities, shared mailboxes of the region';
  return Array.from({ length: count }, (_, index) => `${place}, group number ${String(index).padStart(4, '0')}`);
}

/** @returns {Promise<{ idp: Pair, sp: Pair }>} */
async function keys() {
  mkdirSync(cache, { recursive: true });
  const file = new URL('keys.json', cache);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const made = { idp: await pair(), sp: await pair() };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
    return made;
  }
}

/** @returns {Promise<Pair>} */
async function pair() {
  const privateKeyPem = await generateRsaKey();
  const plan = { privateKeyPem, notBefore: new Date('2025-06-01T08:00:00Z'), serialNumber: systemRandom.bytes(16) };
  return { privateKeyPem, certificatePem: (await createSelfSignedCertificate(plan)).pem };
}
