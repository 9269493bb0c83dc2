/** What two logins differ in, as far as it can explain why one went otherwise than the other. */

import { lastSegment } from '../../diagnosis/show.js';
import type { AnsweredLogin } from '../../logins/login.js';
import type { Reading } from './reading.js';

export interface Difference {
  readonly label: string;
  /** The full name behind a short label. */
  readonly title?: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface Comparison {
  readonly groups: readonly { readonly title: string; readonly differences: readonly Difference[] }[];
  /** Ids and instants, which differ in any two logins. */
  readonly incidental: readonly Difference[];
  /** How many facts are the same in both. */
  readonly same: number;
}

export interface Side {
  readonly login: AnsweredLogin;
  readonly reading: Reading;
}

type Facts = readonly (readonly [label: string, values: readonly string[], title?: string])[];

/** Compares fact by fact; a fact that only one side has differs too. */
export function compare(left: Side, right: Side): Comparison {
  const groups = GROUPS.map(([title, facts]) => ({ title, facts: pair(facts(left), facts(right)) }));
  return {
    groups: groups
      .map(({ title, facts }) => ({ title, differences: facts.filter(differs) }))
      .filter(({ differences }) => differences.length > 0),
    incidental: pair(incidentalFacts(left), incidentalFacts(right)).filter(differs),
    same: groups.flatMap(({ facts }) => facts).filter((fact) => !differs(fact)).length,
  };
}

const differs = ({ left, right }: Difference) => left.join('\n') !== right.join('\n');

function pair(left: Facts, right: Facts): Difference[] {
  const labels = new Map([...left, ...right].map(([label, , title]) => [label, title]));
  const values = (facts: Facts, label: string) => facts.find(([name]) => name === label)?.[1] ?? [];
  return [...labels].map(([label, title]) => ({
    label,
    ...(title !== undefined && { title }),
    left: values(left, label),
    right: values(right, label),
  }));
}

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

const GROUPS: readonly (readonly [string, (side: Side) => Facts])[] = [
  ['Verdict', verdictFacts],
  ['Parties', partyFacts],
  ['Subject', subjectFacts],
  ['Claims', ({ login }) => Object.entries(login.claims).map(([name, values]) => [lastSegment(name), values, name])],
  ['Signature', signatureFacts],
  ['Conditions', conditionFacts],
  ['Settings', settingFacts],
];

function verdictFacts({ login }: Side): Facts {
  const failed = login.diagnosis.findings.filter(({ status }) => status === 'fail' || status === 'crashed');
  return [
    ['Outcome', [login.accepted ? 'accepted' : 'refused']],
    ['Root cause', one(login.diagnosis.rootCause ?? undefined)],
    ...failed.map(({ id, summary }): Facts[number] => [`${id} failed`, [summary]]),
    ['Flow', [login.flow]],
  ];
}

function partyFacts({ login }: Side): Facts {
  const { response, assertion, received } = login;
  return [
    ['Issuer of the response', one(response?.issuer)],
    ['Issuer of the assertion', one(assertion?.issuer)],
    ['Destination', one(response?.destination)],
    ['Recipient', assertion?.subject?.confirmations.flatMap(({ recipient }) => one(recipient)) ?? []],
    ['Audience', assertion?.conditions?.audiences ?? []],
    ['Delivered to', one(received.acsUrl)],
    ['RelayState', one(received.relayState)],
    ['Status', [response?.status?.code, response?.status?.subCode, response?.status?.message].flatMap(one)],
  ];
}

function subjectFacts({ login }: Side): Facts {
  const subject = login.assertion?.subject;
  return [
    ['NameID', one(subject?.nameId)],
    ['NameID format', one(subject?.nameIdFormat)],
    ['Matched address', one(login.user?.email)],
    ['Signed in by', one(login.assertion?.authn?.contextClassRef)],
  ];
}

function signatureFacts({ reading: { evidence } }: Side): Facts {
  const signatures = evidence.signatures ?? [];
  return [
    ['Signed', signatures.map(({ on }) => on)],
    ['Signature algorithm', signatures.flatMap(({ signatureMethod }) => one(signatureMethod))],
    ['Digest algorithm', signatures.flatMap(({ digestMethod }) => one(digestMethod))],
    [
      'Certificate',
      signatures.flatMap(({ embeddedCertificates }) => embeddedCertificates.map((c) => c.thumbprintSha1)),
    ],
    [
      'Encrypted',
      one(evidence.encryption && (evidence.encryption.blockAlgorithm ?? 'with an algorithm that is not named')),
    ],
  ];
}

/** Not the instants, which always differ, but how long things last. */
function conditionFacts({ reading: { evidence } }: Side): Facts {
  const [conditions] = evidence.assertion?.conditions ?? [];
  const from = conditions?.notBefore?.ms;
  const to = conditions?.notOnOrAfter?.ms;
  const minutes = from === undefined || to === undefined ? undefined : `${Math.round((to - from) / 60_000)} min`;
  return [
    ['Valid for', one(minutes)],
    ['Only to be used once', one(conditions && String(conditions.oneTimeUse))],
  ];
}

function settingFacts({ login: { settings, accountCode, region }, reading }: Side): Facts {
  return [
    ['Account', [`${accountCode} ${region}`]],
    ['Expected Identifier', one(settings.entityId)],
    ['Expected Reply URL', one(settings.acsUrl)],
    ['Expected Issuer', one(settings.idpEntityId)],
    ['Allow Single Sign On', [settings.unsolicitedResponsesAllowed ? 'on' : 'off']],
    ['Clock skew', [`${settings.clockSkewMs / 1000} s`]],
    ['Published certificates', reading.publishedCertificates.map(({ thumbprintSha1 }) => thumbprintSha1)],
  ];
}

function incidentalFacts({ login }: Side): Facts {
  const { response, assertion, request, received } = login;
  return [
    ['Arrived', [received.at]],
    ['Request ID', one(request?.id)],
    ['Response ID', one(response?.id)],
    ['Assertion ID', one(assertion?.id)],
    ['In response to', one(response?.inResponseTo)],
    ['Issued', one(assertion?.issueInstant)],
    ['Not before', one(assertion?.conditions?.notBefore)],
    ['Not on or after', one(assertion?.conditions?.notOnOrAfter)],
    ['Session index', one(assertion?.authn?.sessionIndex)],
  ];
}
