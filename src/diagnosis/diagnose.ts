import type { Evidence, Piece } from '../saml/evidence.js';
import type { CheckDefinition, Diagnosis, Finding, Outcome } from './check.js';
import { checks as allChecks } from './checks/index.js';
import type { Expectations } from './expectations.js';
import { isRefusal } from './refusal.js';
import { remedy } from './remedy.js';
import { findRootCause } from './root-cause.js';
import { listed, show } from './show.js';

/**
 * Runs every check on what could be read of one message. Pure: the same evidence and expectations give the same diagnosis.
 *
 * @returns `accepted` is true only when no check of error severity failed, is blocked or crashed; findings in reading order.
 */
export function diagnose(
  evidence: Partial<Evidence>,
  expected: Expectations,
  checks: readonly CheckDefinition[] = allChecks,
): Diagnosis {
  const absent = PIECES.filter((piece) => evidence[piece] === undefined);
  const findings = checks.map((check) => run(check, evidence, expected, absent));
  const accepted = !findings.some(isRefusal);
  return { accepted, rootCause: accepted ? null : findRootCause(findings), findings };
}

function run(
  check: CheckDefinition,
  evidence: Partial<Evidence>,
  expected: Expectations,
  absent: readonly Piece[],
): Finding {
  const { needs } = check;
  for (let index = 0; index < absent.length; index++) {
    if (!needs.includes(absent[index] as Piece)) continue;
    const missing = needs.filter((one) => evidence[one] === undefined);
    return finding(check, { status: 'blocked', missing }, expected);
  }
  try {
    return finding(check, check.run(evidence as Evidence, expected, evidence), expected);
  } catch (error) {
    return crashed(check, error, expected);
  }
}

function finding(check: CheckDefinition, outcome: Outcome, expected: Expectations): Finding {
  switch (outcome.status) {
    case 'pass':
      return outcome.summary === undefined ? passed(check) : plain(check, 'pass', outcome.summary);
    case 'not-applicable':
      return plain(check, 'not-applicable', outcome.because);
    case 'blocked':
      return { ...plain(check, 'blocked', ''), ...blockedFor(outcome.missing, expected) };
    case 'fail':
      return {
        ...plain(check, 'fail', ''),
        ...outcome,
        severity: outcome.severity ?? check.severity,
        remedy: outcome.remedies[0],
      };
  }
}

const withoutWords = new WeakMap<CheckDefinition, Finding>();

/** Most checks of most messages: the same every time, so made once. */
function passed(check: CheckDefinition): Finding {
  const known = withoutWords.get(check);
  if (known) return known;
  const made = Object.freeze(plain(check, 'pass', `${check.title}.`));
  withoutWords.set(check, made);
  return made;
}

/** Written out: spreading is what most of the time of a diagnosis went to. */
function plain(check: CheckDefinition, status: Finding['status'], summary: string): Finding {
  const { id, title, stage, severity, spec } = check;
  return { id, title, stage, severity, status, summary, spec };
}

/** A check that throws is a fault of ours: it never passes, and it says so. */
function crashed(check: CheckDefinition, error: unknown, expected: Expectations): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const way = remedy('report-fault', expected);
  const summary = `This check itself broke, which is a fault of this program, not of the message: ${show(message, 200)}`;
  return { ...plain(check, 'crashed', summary), remedy: way, remedies: [way] };
}

const NAMES: Readonly<Record<Piece, string>> = {
  transport: 'the message as it arrived',
  text: 'the decoded text',
  xml: 'the decoded text',
  document: 'the XML',
  response: 'a SAML Response',
  assertion: 'a readable assertion',
  assertionDocument: 'a readable assertion',
  signatures: 'the signatures',
  encryption: 'an encrypted assertion',
  trust: "the identity provider's signing certificate (give its metadata or certificate)",
};

const PIECES = Object.keys(NAMES) as Piece[];

function blockedFor(
  missing: readonly Piece[],
  expected: Expectations,
): Pick<Finding, 'summary' | 'missing' | 'remedy'> {
  const summary = `Could not be checked without ${listed([...new Set(missing.map((piece) => NAMES[piece]))])}.`;
  // The other pieces are missing because of a failure that has its own remedy.
  return missing.includes('trust')
    ? { summary, missing, remedy: remedy('give-signing-certificate', expected) }
    : { summary, missing };
}
