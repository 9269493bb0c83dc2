/** Shapes of what people send or write down about the tenant: the API's bodies and the seed file share them. Loaded on need. */

import { z } from 'zod';
import { SIGNING_ALGORITHMS, SIGNING_OPTIONS } from './application.js';
import { AUTHENTICATIONS, type AuthenticationMethod } from './authentication.js';
import { GROUP_SCOPES, GROUP_SOURCES, NAME_ID_FORMATS, type NameIdFormatName, TRANSFORMATIONS } from './claim-rule.js';

const text = z.string().max(2_048);
const name = z.string().max(256);
const names = z.array(name).max(5_000);
const texts = z.array(text).max(256);
const pem = z.string().max(64 * 1024);
const formats = Object.keys(NAME_ID_FORMATS) as [NameIdFormatName, ...NameIdFormatName[]];
const methods = Object.keys(AUTHENTICATIONS) as [AuthenticationMethod, ...AuthenticationMethod[]];

const nameId = z.strictObject({
  source: text,
  format: z.enum(formats),
  transformation: z.enum(TRANSFORMATIONS).exactOptional(),
});

const claim = z.strictObject({
  name: text,
  namespace: text.exactOptional(),
  source: text,
  transformation: z.enum(TRANSFORMATIONS).exactOptional(),
});

const groupClaim = z.strictObject({
  groups: z.enum(GROUP_SCOPES),
  sourceAttribute: z.enum(GROUP_SOURCES),
  name: text.exactOptional(),
  namespace: text.exactOptional(),
  asRoles: z.boolean().exactOptional(),
});

/** `PUT /api/v1/application`: what is not given stays, `null` takes an optional setting away. */
export const applicationChange = z
  .strictObject({
    name: text.min(1),
    identifiers: texts,
    replyUrls: texts,
    signOnUrl: text.nullable(),
    relayState: text.nullable(),
    logoutUrl: text.nullable(),
    enabledForUsersToSignIn: z.boolean(),
    assignmentRequired: z.boolean(),
    appRoles: z.array(z.strictObject({ displayName: text, value: text })).max(100),
    nameId,
    claims: z.array(claim).max(100),
    groupClaim: groupClaim.nullable(),
    includeAttributeNameFormat: z.boolean(),
    signingOption: z.enum(SIGNING_OPTIONS),
    signingAlgorithm: z.enum(SIGNING_ALGORITHMS),
    tokenEncryptionCertificate: pem.nullable(),
    requireVerificationCertificates: z.boolean(),
    allowRsaSha1: z.boolean(),
    verificationCertificates: z.array(pem).max(10),
    accessTokenLifetimeMinutes: z.number().int().nullable(),
    answersErrorsWithResponses: z.boolean(),
  })
  .partial();

/** `POST /api/v1/users`. */
export const userBody = z.strictObject({
  id: z.guid().exactOptional(),
  userPrincipalName: name,
  displayName: name.exactOptional(),
  givenName: name.exactOptional(),
  surname: name.exactOptional(),
  mail: name.exactOptional(),
  userType: z.enum(['Member', 'Guest']).exactOptional(),
  accountEnabled: z.boolean().exactOptional(),
  identityProvider: name.exactOptional(),
  memberOf: names.exactOptional(),
  directoryRoles: names.exactOptional(),
  signsInWith: z.enum(methods).exactOptional(),
  attributes: z.record(name, name).exactOptional(),
});

/** `PUT /api/v1/assignments/:principal`. */
export const assignmentBody = z.strictObject({ role: name.exactOptional() });

const group = z.strictObject({
  id: name,
  displayName: name,
  memberOf: names.default([]),
  onPremises: z
    .strictObject({ samAccountName: name, netBiosDomain: name, dnsDomain: name, securityIdentifier: name })
    .exactOptional(),
});

const assignment = z.union([
  name,
  z.strictObject({ type: z.enum(['User', 'Group']).exactOptional(), principal: name, role: name.exactOptional() }),
]);

/** The seed file, and what is kept of a tenant in the data folder. */
export const seedFile = z
  .strictObject({
    application: applicationChange.extend({ applicationId: z.guid().exactOptional() }),
    users: z.array(userBody.extend({ persona: name.exactOptional() })).max(10_000),
    groups: z.array(group).max(10_000),
    assignments: z.array(assignment).max(10_000),
    /** Adds the users with the troubles of real tenants. */
    personas: z.boolean(),
    certificates: z.strictObject({ names: names, active: name.nullable(), made: z.number().int().min(1) }),
  })
  .partial();
