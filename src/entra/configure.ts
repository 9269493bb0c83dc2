import { HarnessError } from '../errors.js';
import { readCertificates } from '../saml/certificates.js';
import { present } from '../saml/present.js';
import { type Application, SIGNING_ALGORITHMS, SIGNING_OPTIONS } from './application.js';
import { claimName, RESTRICTED_CLAIMS } from './claim-rule.js';
import { checkSource } from './claim-source.js';
import { isAbsoluteUri, MAX_REPLY_URLS, problemOfReplyUrl } from './reply-url.js';

/** What may be changed of an application. `null` takes an optional setting away. */
export type ApplicationChange = {
  readonly [K in keyof Omit<Application, 'applicationId'>]?: Application[K] | null | undefined;
};

/**
 * The application with the change applied, validated as the portal validates; certificates come out as PEM.
 *
 * @throws HarnessError `APPLICATION_INVALID` that names every fault; `CERTIFICATE_UNREADABLE`, `PRIVATE_KEY_GIVEN`.
 */
export function configure(application: Application, change: ApplicationChange): Application {
  const merged = withoutNull({ ...application, ...present(change) } as Application);
  const changed = {
    ...merged,
    identifiers: unique(merged.identifiers),
    replyUrls: unique(merged.replyUrls),
    verificationCertificates: merged.verificationCertificates.flatMap(pemOf),
    ...(merged.tokenEncryptionCertificate !== undefined && {
      tokenEncryptionCertificate: pemOf(merged.tokenEncryptionCertificate)[0] ?? '',
    }),
  };
  const problems = problemsOf(changed);
  if (problems.length === 0) return changed;
  throw new HarnessError('APPLICATION_INVALID', problems.join(' '), 'Correct the fields and save again.');
}

function problemsOf(application: Application): readonly string[] {
  const { identifiers, replyUrls, signOnUrl, logoutUrl, claims, groupClaim, accessTokenLifetimeMinutes } = application;
  const lifetime = accessTokenLifetimeMinutes ?? 60;
  return [
    ...identifiers.flatMap((identifier) =>
      identifier.length > 256 || /\s/.test(identifier) ? [`"${identifier}" is not an Identifier.`] : [],
    ),
    ...(replyUrls.length > MAX_REPLY_URLS ? [`At most ${MAX_REPLY_URLS} Reply URLs can be registered.`] : []),
    ...replyUrls.flatMap((url) => labelled(url, problemOfReplyUrl(url))),
    ...[signOnUrl, logoutUrl].flatMap((url) =>
      url === undefined || /^https?:/.test(url) ? [] : [`"${url}" is not an http(s) URL.`],
    ),
    ...claims.flatMap((rule) => claimProblems(claimName(rule), rule.source)),
    ...duplicates(claims.map(claimName)).map((name) => `The claim "${name}" stands there twice.`),
    ...claimProblems(undefined, application.nameId.source),
    ...(groupClaim?.asRoles && groupClaim.groups === 'Directory roles'
      ? ['Directory roles are no groups to emit.']
      : []),
    ...outOf('Signing Option', SIGNING_OPTIONS, application.signingOption),
    ...outOf('Signing Algorithm', SIGNING_ALGORITHMS, application.signingAlgorithm),
    ...(lifetime < 10 || lifetime > 1440 ? ['A token lifetime lies between 10 minutes and a day.'] : []),
  ];
}

function claimProblems(name: string | undefined, source: string): readonly string[] {
  try {
    checkSource(source);
  } catch (error) {
    return [(error as Error).message];
  }
  if (name === '') return ['A claim needs a name.'];
  return name !== undefined && RESTRICTED_CLAIMS.has(name)
    ? [`"${name}" is in the restricted claim set and cannot be added or changed.`]
    : [];
}

/** Identifiers are any text without white space, but Entra wants a URI or a GUID; a bare name is taken with a warning. */
export function warningOfIdentifier(identifier: string): string | undefined {
  const isUriOrGuid = isAbsoluteUri(identifier) || /^[0-9a-f-]{36}$/i.test(identifier);
  return isUriOrGuid ? undefined : `"${identifier}" is not a URI; requests have to carry exactly this text as Issuer.`;
}

const outOf = (field: string, known: readonly string[], value: string) =>
  known.includes(value) ? [] : [`"${value}" is no ${field}; there are ${known.join(', ')}.`];

const labelled = (value: string, problem: string | undefined) =>
  problem === undefined ? [] : [`"${value.slice(0, 80)}": ${problem}`];

const pemOf = (text: string): string[] => readCertificates(text).map(({ pem }) => pem);

const unique = (values: readonly string[]) => [...new Set(values.map((value) => value.trim()))].filter(Boolean);

const duplicates = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

function withoutNull(application: Application): Application {
  return Object.fromEntries(
    Object.entries(application).filter(([, value]) => value !== null),
  ) as unknown as Application;
}
