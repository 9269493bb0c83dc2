import type { Clock, Random } from '../../clock.js';
import type { CheckDefinition } from '../../diagnosis/check.js';
import { checks } from '../../diagnosis/checks/index.js';
import type { Fault } from '../../entra/fault.js';
import { loadFaults } from '../../entra/fault-ids.js';
import type { KeyVault } from '../../entra/key-vault.js';
import { createEntraStandIn, type EntraStandIn } from '../../entra/stand-in.js';
import { HarnessError } from '../../errors.js';
import { present } from '../../saml/present.js';
import { isSamePage, judgeSighting, type Sighting, type Standards, witnessPage } from './evidence-page.js';
import { startedLogin } from './form-on-page.js';
import {
  isLoopback,
  type ProbeAttempt,
  type ProbeOptions,
  type ProbeReport,
  refuseForeignHosts,
  witnessOf,
} from './probe-options.js';
import { createVisitor, type Page, type Visitor } from './visitor.js';

export interface ProbeSources {
  readonly clock: Clock;
  readonly random: Random;
  /** Holds the key that the service provider under test trusts. */
  readonly keys: KeyVault;
  /** Of the stand-in whose metadata it was given. */
  readonly origin: () => string;
  readonly tenantId?: string;
}

/**
 * Sends a good response and then every fault to a service provider, and tells by what it shows afterwards which it let in.
 *
 * @throws HarnessError `HOST_NOT_YOURS`, `ARGUMENT_INVALID`, `FAULT_UNKNOWN`, `PROBE_CONTROL_FAILED` when the good response does not
 *   sign in, or a stranger cannot be told from somebody signed in.
 */
export async function probe(options: ProbeOptions, sources: ProbeSources): Promise<ProbeReport> {
  const witness = witnessOf(options);
  refuseForeignHosts(options, witness);
  const { faults: all } = await import('../../entra/faults/index.js');
  const faults = options.faults ? await loadFaults(options.faults) : all;
  const rig = createRig(options, sources);
  const standards = await rig.calibrate();
  const attempts: ProbeAttempt[] = [];
  const add = (attempt: ProbeAttempt) => {
    attempts.push(attempt);
    options.onAttempt?.(attempt);
  };
  add({ ...CONTROL, ...judgeSighting(witness, standards.signedIn, standards) });
  for (const fault of faults) {
    if (fault.needsEarlierLogin) await rig.attempt([]);
    add({
      ...describe(fault),
      ...(await tried(fault, options, async () => judgeSighting(witness, await rig.attempt([fault.id]), standards))),
    });
  }
  const { acs, entityId, start } = options;
  const healthy = !attempts.some(({ outcome, weight }) => outcome === 'let-in' && weight === 'error');
  return { acs, entityId, flow: start === undefined ? 'idp-initiated' : 'sp-initiated', healthy, attempts };
}

const CONTROL = { title: 'the good response', weight: 'control', caughtBy: [] } as const;

type Tried = Sighting | Pick<ProbeAttempt, 'outcome' | 'evidence'>;

async function tried(fault: Fault, options: ProbeOptions, attempt: () => Promise<Sighting>): Promise<Tried> {
  const reason = whyNot(fault, options);
  if (reason !== undefined) return { outcome: 'not-tried', evidence: reason };
  try {
    return await attempt();
  } catch (error) {
    const { message, cause } = error as Error;
    return { outcome: 'unclear', evidence: `no answer: ${cause instanceof Error ? cause.message : message}` };
  }
}

/** Why a fault would say nothing about this service provider. */
function whyNot({ id, needsEncryptionCertificate }: Fault, options: ProbeOptions): string | undefined {
  const { entityId, start, encryptionCertificate } = options;
  if (needsEncryptionCertificate && encryptionCertificate === undefined)
    return 'the certificate of the service provider is not given';
  if (id === 'unsolicited' && start === undefined) return 'every response of this probe is unsolicited';
  if (id === 'audience-other-case' && entityId === entityId.toLowerCase()) return 'the entity ID has no capital letter';
  return id === 'response-not-signed' ? 'the good response is signed in this way' : undefined;
}

function describe(fault: Fault): Pick<ProbeAttempt, 'fault' | 'title' | 'caughtBy' | 'weight'> {
  const { id, title, caughtBy, kind } = fault;
  const mustRefuse = kind === 'attack' || checks.some((check) => caughtBy.includes(check.id) && isSecurity(check));
  return { fault: id, title, caughtBy, weight: mustRefuse ? 'error' : 'advice' };
}

/** By whom, for whom, in answer to what and until when: every service provider has to know. The rest is form, or one vendor's own rule. */
const SECURITY_STAGES: ReadonlySet<string> = new Set([
  'status',
  'encryption',
  'signature',
  'parties',
  'correlation',
  'conditions',
]);
const SECURITY_CHECKS: ReadonlySet<string> = new Set([
  'bearer-confirmation-present',
  'subject-confirmation-in-time',
  'recipient-matches',
]);

const isSecurity = ({ id, stage, severity }: CheckDefinition): boolean =>
  severity === 'error' && (SECURITY_STAGES.has(stage) || SECURITY_CHECKS.has(id));

/** A stand-in that knows the service provider under test, and visitors who have nothing to do with each other. */
function createRig(options: ProbeOptions, sources: ProbeSources) {
  const witness = witnessOf(options);
  const entra = standInFor(options, sources);
  const mayVisit = options.iOwnThisHost ? () => true : isLoopback;
  let opened = witness.kind === 'page' ? witness.url : options.acs;
  const land = async (faults: readonly string[]): Promise<{ visitor: Visitor; landed: Page }> => {
    const visitor = createVisitor(mayVisit);
    const answer = await entra.answer({ ...(await questionFor(options, visitor)), user: options.user ?? USER, faults });
    if (answer.kind !== 'post')
      throw controlFailed(answer.kind === 'refused' ? answer.text : 'The stand-in would open another page first.');
    return { visitor, landed: await visitor.post(options.acs, answer.fields, answer.delivery) };
  };
  const attempt = async (faults: readonly string[]): Promise<Page> => {
    const { visitor, landed } = await land(faults);
    return witnessPage(witness, visitor, landed, mayVisit, opened);
  };
  return {
    attempt,
    async calibrate(): Promise<Standards> {
      const good = await land([]);
      if (witness.kind !== 'page') opened = good.landed.url;
      const signedIn = await witnessPage(witness, good.visitor, good.landed, mayVisit, opened);
      const stranger = await createVisitor(mayVisit).open(opened);
      if (witness.kind === 'words') refuseBlindWords(witness.pattern, signedIn, stranger);
      else if (isSamePage({ stranger, signedIn }))
        throw controlFailed(`After the good response ${opened} shows what a stranger sees.`);
      return { stranger, signedIn };
    },
  };
}

const USER = 'B.Simon@contoso.com';

function refuseBlindWords(pattern: RegExp, signedIn: Page, stranger: Page): void {
  if (!pattern.test(signedIn.text))
    throw controlFailed(`After the good response ${signedIn.url} does not show ${pattern}.`);
  if (pattern.test(stranger.text)) throw controlFailed(`${stranger.url} shows ${pattern} to strangers too.`);
}

async function questionFor({ start }: ProbeOptions, visitor: Visitor) {
  if (start === undefined) return { kind: 'idp-initiated' } as const;
  const page = await visitor.open(start);
  const started = startedLogin(page);
  if (!started) throw controlFailed(`${start} sends no AuthnRequest.`);
  return { kind: 'sp-initiated', ...started } as const;
}

/** @throws HarnessError `APPLICATION_INVALID`. */
function standInFor(options: ProbeOptions, { clock, random, keys, origin, tenantId }: ProbeSources): EntraStandIn {
  return createEntraStandIn({
    clock,
    random,
    keys,
    origin,
    ...present({ tenantId }),
    application: {
      identifiers: [options.entityId],
      replyUrls: [options.acs],
      ...present({ tokenEncryptionCertificate: options.encryptionCertificate }),
    },
  });
}

const controlFailed = (message: string) =>
  new HarnessError(
    'PROBE_CONTROL_FAILED',
    message,
    'Give the service provider the metadata of the stand-in, and --acs, --entity-id, --start and --signed-in as it has them.',
  );
