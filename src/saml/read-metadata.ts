import { type EnvelopedSignature, readEnvelopedSignature } from './enveloped-signature.js';
import { readInstant } from './instant.js';
import { locate, locateInText, pathOf } from './locate.js';
import { METADATA_LIMITS } from './metadata-limits.js';
import type { MetadataProblem } from './metadata-problem.js';
import { NS } from './names.js';
import type { Certificate, IdentityProvider } from './parties.js';
import { present } from './present.js';
import { readIdentityProvider } from './read-idp-descriptor.js';
import { readXml } from './read-xml.js';
import { attribute, childElements, children, hasName } from './walk.js';
import type { XmlDocument, XmlElement } from './xml.js';

export type { MetadataProblem } from './metadata-problem.js';

/** How metadata is read; every option may be left out. */
export interface ReadMetadataOptions {
  /** Which entity is meant, where the document may describe several. */
  readonly entityId?: string;
  /** The instant of reading; without it validUntil is reported, not judged. */
  readonly at?: Date;
  /** Certificates the document has to be signed with; without any, its signature is only reported. */
  readonly trustedCertificates?: readonly Certificate[];
}

/** What metadata says of one identity provider, and what is wrong with it. */
export interface ReadMetadata {
  /** Absent when there is none, or several and nobody said which. */
  readonly identityProvider?: IdentityProvider;
  /** What is odd or wrong, a sentence each; empty when nothing is. */
  readonly problems: readonly MetadataProblem[];
  /** Of the entity, else of the whole document. */
  readonly validUntil?: Date;
  /** True when the keys are those of the Entra tenant, false when they are the application's, absent when that cannot be told. */
  readonly tenantWide?: boolean;
  /** entityIDs of all identity providers described, in order. */
  readonly entityIds: readonly string[];
  /** Judged against `trustedCertificates`, or else against the certificates the document itself publishes. */
  readonly signature?: EnvelopedSignature;
}

/** Nobody renews metadata for longer than this without forgetting it. */
const FAR_AHEAD_MS = 5 * 365.25 * 86_400_000;

/**
 * Reads the metadata of an identity provider (SAML metadata 2.3, 2.4.3): Entra's, one application's or the tenant's, and anybody
 * else's. Never throws; whatever is wrong is a problem with a sentence. Nothing is fetched.
 *
 * @param xml the document as text, with or without a byte order mark
 * @returns entityID, endpoints by binding and signing certificates (PEM, thumbprints in upper-case hexadecimal, validity as dates);
 *   `identityProvider` is absent when `problems` says why
 */
export function readMetadata(xml: string, options: ReadMetadataOptions = {}): ReadMetadata {
  const content = xml.replace(/^\uFEFF/, '');
  const { document, problem } = readXml(content, METADATA_LIMITS);
  if (!document) {
    const at = { ...locateInText(content, problem.offset), path: problem.within ? pathOf(problem.within) : '/' };
    return { problems: [{ kind: 'unreadable', severity: 'error', message: problem.message, at }], entityIds: [] };
  }
  const entities = entitiesOf(document.root);
  const idps = entities.filter((entity) => rolesOf(entity).length > 0);
  const entityIds = idps.map((entity) => attribute(entity, 'entityID') ?? '');
  const { entity, problem: choice } = choose(document, entities, idps, options.entityId);
  if (!entity) return { problems: choice, entityIds };
  const read = readIdentityProvider(document, entity, rolesOf(entity));
  const { validUntil, problems: validity } = readValidity(document, entity, options.at);
  const { signature, problems: doubts } = judgeSignature(document, read.identityProvider, options.trustedCertificates);
  const problems = [...read.problems, ...validity, ...doubts];
  return {
    ...present({ validUntil, signature, tenantWide: read.tenantWide }),
    identityProvider: read.identityProvider,
    problems,
    entityIds,
  };
}

function entitiesOf(root: XmlElement): XmlElement[] {
  if (hasName(root, NS.metadata, 'EntityDescriptor')) return [root];
  return hasName(root, NS.metadata, 'EntitiesDescriptor') ? childElements(root).flatMap(entitiesOf) : [];
}

function rolesOf(entity: XmlElement): XmlElement[] {
  return children(entity, NS.metadata, 'IDPSSODescriptor');
}

type Choice = { entity: XmlElement; problem?: never } | { problem: readonly MetadataProblem[]; entity?: never };

function choose(
  document: XmlDocument,
  entities: readonly XmlElement[],
  idps: readonly XmlElement[],
  entityId: string | undefined,
): Choice {
  const { root } = document;
  const error = (kind: MetadataProblem['kind'], message: string): Choice => ({
    problem: [{ kind, severity: 'error', message, at: locate(document, root) }],
  });
  if (entities.length === 0) return error('not-metadata', notMetadata(root));
  const [only] = idps;
  if (!only) return noIdentityProvider(entities, error);
  const names = idps.map((idp) => attribute(idp, 'entityID') ?? '(none)');
  const wanted = entityId === undefined ? undefined : idps.find((idp) => attribute(idp, 'entityID') === entityId);
  if (wanted) return { entity: wanted };
  if (idps.length === 1 && entityId === undefined) return { entity: only };
  if (entityId !== undefined) return error('other-entity', `It describes ${names.join(', ')}, not ${entityId}.`);
  return error(
    'several-identity-providers',
    `It describes ${idps.length} identity providers (${names.slice(0, 5).join(', ')}); say which one is meant.`,
  );
}

function notMetadata(root: XmlElement): string {
  const html = root.localName.toLowerCase() === 'html';
  if (html)
    return 'This is a web page, not metadata; was the address of a portal page saved instead of the App Federation Metadata Url?';
  return `This is ${root.localName} of ${root.namespace || 'no namespace'}, not SAML 2.0 metadata.`;
}

function noIdentityProvider(
  entities: readonly XmlElement[],
  error: (kind: MetadataProblem['kind'], message: string) => Choice,
): Choice {
  const sp = entities.find((entity) => children(entity, NS.metadata, 'SPSSODescriptor').length > 0);
  if (!sp)
    return error(
      'no-identity-provider',
      'It holds no IDPSSODescriptor, so it describes no SAML 2.0 identity provider.',
    );
  const name = attribute(sp, 'entityID') ?? 'without entityID';
  return error(
    'service-provider',
    `This is the metadata of a service provider (${name}), not of an identity provider. In Entra, take the App Federation Metadata Url.`,
  );
}

function readValidity(
  document: XmlDocument,
  entity: XmlElement,
  now: Date | undefined,
): { validUntil?: Date; problems: MetadataProblem[] } {
  const holder = attribute(entity, 'validUntil') === undefined ? document.root : entity;
  const written = attribute(holder, 'validUntil');
  if (written === undefined) return { problems: [] };
  const at = locate(document, holder);
  const { ms } = readInstant(written);
  if (ms === undefined) {
    const message = `validUntil="${written.slice(0, 60)}" is not an instant in UTC.`;
    return { problems: [{ kind: 'valid-until-unreadable', severity: 'warning', message, at }] };
  }
  const problems: MetadataProblem[] = [];
  if (now && ms <= now.getTime()) {
    problems.push({
      kind: 'expired',
      severity: 'error',
      message: `The metadata was valid until ${written}; fetch it anew.`,
      at,
    });
  }
  if (now && ms > now.getTime() + FAR_AHEAD_MS) {
    problems.push({
      kind: 'valid-until-far',
      severity: 'warning',
      message: `The metadata claims to be valid until ${written}.`,
      at,
    });
  }
  return { validUntil: new Date(ms), problems };
}

function judgeSignature(
  document: XmlDocument,
  idp: IdentityProvider,
  trusted: readonly Certificate[] | undefined,
): { signature: EnvelopedSignature; problems: MetadataProblem[] } {
  const signature = readEnvelopedSignature(document, document.root, trusted ?? idp.signingCertificates);
  const { status, detail = '' } = signature;
  const problem = (kind: MetadataProblem['kind'], severity: MetadataProblem['severity']) => [
    { kind, severity, message: `The signature of the metadata: ${detail}` },
  ];
  if (status === 'verifies') return { signature, problems: [] };
  if (trusted) return { signature, problems: problem('signature-untrusted', 'error') };
  const isBroken = status === 'content-changed' || status === 'value-wrong' || status === 'defective';
  return { signature, problems: isBroken ? problem('signature-broken', 'warning') : [] };
}
