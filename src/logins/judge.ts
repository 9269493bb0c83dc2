import type { NamedContract } from '../contract/contract.js';
import { type HeldContract, holdAgainst, violationsOf } from '../contract/hold.js';
import type { Diagnosis } from '../diagnosis/check.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Expectations } from '../diagnosis/expectations.js';
import type { Evidence } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import { readSignedAssertion } from '../saml/signed-assertion.js';
import type { AssertionView, ResponseView, SignatureView } from './login.js';
import { assertionView, claimsOf, responseView, signatureViews } from './views.js';

/** A message judged: the diagnosis, and what the message says. */
export interface Judgement {
  /** A finding of every check, and the root cause. */
  readonly diagnosis: Diagnosis;
  /** What the Response says, verified or not; absent where it could not be read. */
  readonly response?: ResponseView;
  /** The assertion under a trusted signature, else the one that came; absent where none could be read. */
  readonly assertion?: AssertionView;
  /** Full attribute name → values; from the signed bytes when `verified`, else as received. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** True when `assertion` and `claims` stand under a valid signature of a published key. */
  readonly verified: boolean;
  /** The signatures that verify with a published key and have no problem. */
  readonly signatures: readonly SignatureView[];
  /** Rule by rule; absent when no contract was given, or nothing could be read that one could be held against. */
  readonly contract?: HeldContract;
}

/** Runs every check on what was read. Never throws on a bad message. */
export function judge(evidence: Partial<Evidence>, expected: Expectations, given?: NamedContract): Judgement {
  const signed = readSignedAssertion(evidence);
  const shown = signed ?? evidence.assertion;
  const assertion = shown && assertionView(shown);
  const claims = shown ? claimsOf(shown) : {};
  const verified = signed !== undefined;
  const signatures = signatureViews(evidence.signatures ?? []);
  const { nameId, nameIdFormat } = assertion?.subject ?? {};
  const contract =
    given && shown && holdAgainst(given, { claims, verified, signatures, ...present({ nameId, nameIdFormat }) });
  return present({
    diagnosis: diagnose(evidence, contract ? { ...expected, contract: checked(contract) } : expected),
    response: evidence.response && responseView(evidence.response),
    assertion,
    contract,
    claims,
    verified,
    signatures,
  });
}

/** As the check `claims-satisfy-contract` takes it. */
const checked = (contract: HeldContract): NonNullable<Expectations['contract']> => ({
  name: contract.name,
  violations: violationsOf(contract),
});

/** The moment the message says it was issued: the Response's IssueInstant, else the Assertion's. */
export function issuedAt(evidence: Partial<Evidence>): Date | undefined {
  const ms = evidence.response?.issueInstant?.ms ?? evidence.assertion?.issueInstant?.ms;
  return ms === undefined ? undefined : new Date(ms);
}
