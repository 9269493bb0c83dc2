/** The content models of the SAML 2.0 schemas for everything a Response may hold, by hand (saml-schema-protocol-2.0, saml-schema-assertion-2.0). */

import { NS } from '../../saml/names.js';

/** `id`: an xs:ID; `ref`: an NCName; `time`: an xs:dateTime in UTC (SAML core 1.3.3); `text`: anything. */
export type AttributeType = 'id' | 'ref' | 'time' | 'text';

export interface ElementModel {
  /** Names of the attributes that have to be there. */
  readonly required: readonly string[];
  /** Every attribute there may be. A map, because names in a message are hostile. */
  readonly attributes: ReadonlyMap<string, AttributeType>;
  /** Attributes of other namespaces are allowed (xs:anyAttribute). */
  readonly open?: true;
  /** `text`: character data only. `any`: not looked into. Otherwise particles in order. */
  readonly content: 'text' | 'empty' | 'any' | readonly Particle[];
}

/** Which particle of a sequence an element belongs to, by the name the models use; each sequence is looked into once. */
export function placeInSequence(particles: readonly Particle[], name: string): number | undefined {
  let places = PLACES.get(particles);
  if (!places) {
    places = new Map(particles.flatMap(({ anyOf }, index) => anyOf.map((one) => [one, index] as const)));
    PLACES.set(particles, places);
  }
  return places.get(name);
}

const PLACES = new WeakMap<readonly Particle[], ReadonlyMap<string, number>>();

/** One place in a sequence: any of these elements, `min` to `max` times. */
export interface Particle {
  readonly anyOf: readonly string[];
  readonly min: number;
  readonly max: number;
}

const MANY = Number.POSITIVE_INFINITY;
const one = (...anyOf: string[]): Particle => ({ anyOf, min: 1, max: 1 });
const maybe = (...anyOf: string[]): Particle => ({ anyOf, min: 0, max: 1 });
const some = (...anyOf: string[]): Particle => ({ anyOf, min: 0, max: MANY });
const several = (...anyOf: string[]): Particle => ({ anyOf, min: 1, max: MANY });
const element = (
  content: ElementModel['content'],
  required: Readonly<Record<string, AttributeType>> = {},
  optional: Readonly<Record<string, AttributeType>> = {},
): ElementModel => ({
  required: Object.keys(required),
  attributes: new Map([...Object.entries(required), ...Object.entries(optional)]),
  content,
});
const open = (model: ElementModel): ElementModel => ({ ...model, open: true });

const NAME_ID = element(
  'text',
  {},
  { Format: 'text', NameQualifier: 'text', SPNameQualifier: 'text', SPProvidedID: 'text' },
);
const IDENTIFIER = ['saml:BaseID', 'saml:NameID', 'saml:EncryptedID'];
const STATEMENTS = ['saml:Statement', 'saml:AuthnStatement', 'saml:AuthzDecisionStatement', 'saml:AttributeStatement'];

export const MODELS: ReadonlyMap<string, ElementModel> = new Map<string, ElementModel>([
  [
    'samlp:Response',
    element(
      [
        maybe('saml:Issuer'),
        maybe('ds:Signature'),
        maybe('samlp:Extensions'),
        one('samlp:Status'),
        some('saml:Assertion', 'saml:EncryptedAssertion'),
      ],
      { ID: 'id', Version: 'text', IssueInstant: 'time' },
      { InResponseTo: 'ref', Destination: 'text', Consent: 'text' },
    ),
  ],
  ['samlp:Extensions', element('any')],
  ['samlp:Status', element([one('samlp:StatusCode'), maybe('samlp:StatusMessage'), maybe('samlp:StatusDetail')])],
  ['samlp:StatusCode', element([maybe('samlp:StatusCode')], { Value: 'text' })],
  ['samlp:StatusMessage', element('text')],
  ['samlp:StatusDetail', element('any')],
  [
    'saml:Assertion',
    element(
      [
        one('saml:Issuer'),
        maybe('ds:Signature'),
        maybe('saml:Subject'),
        maybe('saml:Conditions'),
        maybe('saml:Advice'),
        some(...STATEMENTS),
      ],
      { ID: 'id', Version: 'text', IssueInstant: 'time' },
    ),
  ],
  ['saml:EncryptedAssertion', element([one('xenc:EncryptedData'), some('xenc:EncryptedKey')])],
  ['saml:Issuer', NAME_ID],
  ['saml:NameID', NAME_ID],
  ['saml:BaseID', element('any', {}, { NameQualifier: 'text', SPNameQualifier: 'text' })],
  ['saml:EncryptedID', element([one('xenc:EncryptedData'), some('xenc:EncryptedKey')])],
  ['saml:Subject', element([maybe(...IDENTIFIER), some('saml:SubjectConfirmation')])],
  [
    'saml:SubjectConfirmation',
    element([maybe(...IDENTIFIER), maybe('saml:SubjectConfirmationData')], { Method: 'text' }),
  ],
  [
    'saml:SubjectConfirmationData',
    open(
      element(
        'any',
        {},
        { NotBefore: 'time', NotOnOrAfter: 'time', Recipient: 'text', InResponseTo: 'ref', Address: 'text' },
      ),
    ),
  ],
  [
    'saml:Conditions',
    element(
      [some('saml:Condition', 'saml:AudienceRestriction', 'saml:OneTimeUse', 'saml:ProxyRestriction')],
      {},
      { NotBefore: 'time', NotOnOrAfter: 'time' },
    ),
  ],
  ['saml:Condition', open(element('any'))],
  ['saml:AudienceRestriction', element([several('saml:Audience')])],
  ['saml:Audience', element('text')],
  ['saml:OneTimeUse', element('empty')],
  ['saml:ProxyRestriction', element([some('saml:Audience')], {}, { Count: 'text' })],
  ['saml:Advice', element('any')],
  [
    'saml:AuthnStatement',
    element(
      [maybe('saml:SubjectLocality'), one('saml:AuthnContext')],
      { AuthnInstant: 'time' },
      { SessionIndex: 'text', SessionNotOnOrAfter: 'time' },
    ),
  ],
  ['saml:SubjectLocality', element('empty', {}, { Address: 'text', DNSName: 'text' })],
  [
    'saml:AuthnContext',
    element([
      maybe('saml:AuthnContextClassRef'),
      maybe('saml:AuthnContextDecl', 'saml:AuthnContextDeclRef'),
      some('saml:AuthenticatingAuthority'),
    ]),
  ],
  ['saml:AuthnContextClassRef', element('text')],
  ['saml:AuthnContextDeclRef', element('text')],
  ['saml:AuthnContextDecl', element('any')],
  ['saml:AuthenticatingAuthority', element('text')],
  ['saml:Statement', open(element('any'))],
  ['saml:AuthzDecisionStatement', element('any', { Resource: 'text', Decision: 'text' })],
  ['saml:AttributeStatement', element([several('saml:Attribute', 'saml:EncryptedAttribute')])],
  [
    'saml:Attribute',
    open(element([some('saml:AttributeValue')], { Name: 'text' }, { NameFormat: 'text', FriendlyName: 'text' })),
  ],
  ['saml:AttributeValue', open(element('any'))],
  ['saml:EncryptedAttribute', element([one('xenc:EncryptedData'), some('xenc:EncryptedKey')])],
]);

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [NS.protocol, 'samlp'],
  [NS.assertion, 'saml'],
  [NS.signature, 'ds'],
  [NS.encryption, 'xenc'],
]);

// Prefix → local name → both: putting the two together for every element of every message took most of the time of the walk.
const KNOWN_NAMES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [...PREFIXES.values()].map((prefix) => [
    prefix,
    new Map([...MODELS.keys()].filter((name) => name.startsWith(`${prefix}:`)).map((name) => [lastOf(name), name])),
  ]),
);

function lastOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The name of an element as the models use it, whatever prefix it is written with. */
export function modelName(element: { readonly namespace: string; readonly localName: string }): string {
  const { namespace, localName } = element;
  const prefix = PREFIXES.get(namespace);
  if (prefix === undefined) return `{${namespace}}${localName}`;
  return KNOWN_NAMES.get(prefix)?.get(localName) ?? `${prefix}:${localName}`;
}
