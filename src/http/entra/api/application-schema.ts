import { z } from 'zod';
import { SIGNING_ALGORITHMS, SIGNING_OPTIONS } from '../../../entra/application.js';
import {
  GROUP_SCOPES,
  GROUP_SOURCES,
  NAME_ID_FORMATS,
  type NameIdFormatName,
  TRANSFORMATIONS,
} from '../../../entra/claim-rule.js';

const text = z.string().max(2_048);
const texts = z.array(text).max(256);
const pem = z.string().max(64 * 1024);
const formats = Object.keys(NAME_ID_FORMATS) as [NameIdFormatName, ...NameIdFormatName[]];

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
