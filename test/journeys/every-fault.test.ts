/** Every deliberate defect of the stand-in fails exactly the checks it names, and node-saml judges it as it says. */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../src/diagnosis/check.js';
import { checks } from '../../src/diagnosis/checks/index.js';
import type { Fault } from '../../src/entra/fault.js';
import { FAULT_IDS, loadFaults } from '../../src/entra/fault-ids.js';
import { faults } from '../../src/entra/faults/index.js';
import { createSecondOpinion } from '../../src/sp/second-opinion.js';
import { type FaultyLogin, faultyLogin } from './faulty-login.js';

const opinion = createSecondOpinion({ timeoutMs: 10_000 });
afterAll(() => opinion.close());

const logins = new Map<string, Promise<FaultyLogin>>();

/** The login with this one fault, judged once for all tests. */
function spoiltBy(fault: Fault): Promise<FaultyLogin> {
  const login = logins.get(fault.id) ?? faultyLogin([fault], opinion);
  logins.set(fault.id, login);
  return login;
}

/** Refused by node-saml, and only warned about by us, with the reason. */
const ONLY_NODE_SAML_REFUSES: Readonly<Record<string, string>> = {
  'encrypted-with-rsa-1-5': 'OpenSSL of its Node no longer unwraps RSA 1.5; we do, and warn.',
  'no-end-of-validity': 'SAML core 2.5.1.2 makes NotOnOrAfter of Conditions optional; we warn.',
};

describe('A login without any fault', () => {
  it('is accepted, by node-saml as well, and no check fails', async () => {
    const { diagnosis, opinion: second } = await faultyLogin([], opinion);
    expect(failing(diagnosis.findings)).toEqual([]);
    expect(diagnosis.accepted).toBe(true);
    expect(second).toMatchObject({ accepted: true });
  });
});

describe('Every fault', () => {
  it.each(faults.map((fault) => [fault.id, fault] as const))(
    '%s fails exactly the checks it names',
    async (_, fault) => {
      const spoilt = await spoiltBy(fault);
      const sound = await faultyLogin([], undefined, [fault]);
      const already = failing(sound.diagnosis.findings);
      const found = failing(spoilt.diagnosis.findings).filter((id) => !already.includes(id));
      expect(found.sort()).toEqual([...fault.caughtBy].sort());
      expect(spoilt.opinion?.accepted ?? false).toBe(fault.acceptedByNodeSaml ?? false);
      if (isErrorOf(fault, spoilt.diagnosis.findings)) expect(spoilt.diagnosis.accepted).toBe(false);
    },
  );

  it('is refused by us when node-saml refuses it, or is a known exception', async () => {
    const onlyNodeSaml: string[] = [];
    for (const fault of faults) {
      const { diagnosis, opinion: second } = await spoiltBy(fault);
      if (diagnosis.accepted && second && !second.accepted && !second.notAsked) onlyNodeSaml.push(fault.id);
    }
    expect(onlyNodeSaml.sort()).toEqual(Object.keys(ONLY_NODE_SAML_REFUSES).sort());
  });
});

describe('The faults together', () => {
  it('cover every check of error severity that a message can fail', () => {
    const caught = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
    const missing = checks.filter(({ id, severity }) => severity === 'error' && !caught.has(id)).map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it('have ids and titles of their own, and name only checks there are', () => {
    const known = new Set(checks.map(({ id }) => id));
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    expect(new Set(faults.map(({ title }) => title)).size).toBe(faults.length);
    expect(faults.flatMap(({ caughtBy }) => caughtBy).filter((id) => !known.has(id))).toEqual([]);
  });

  it('combine: three mistakes are three findings', async () => {
    const { diagnosis } = await faultyLogin(await loadFaults(['wrong-audience', 'expired', 'name-id-upn']));
    expect(failing(diagnosis.findings)).toEqual(
      expect.arrayContaining(['audience-matches', 'conditions-not-expired', 'name-id-is-email', 'user-in-directory']),
    );
  });

  it('combine two by two without breaking the stand-in', async () => {
    for (const [index, fault] of faults.entries()) {
      const other = faults[(index * 7 + 31) % faults.length] ?? fault;
      const { diagnosis, verified } = await faultyLogin([...new Set([fault, other])]);
      if (fault.kind === 'attack' && isErrorOf(fault, diagnosis.findings)) expect(diagnosis.accepted).toBe(false);
      expect(diagnosis.findings.filter(({ status }) => status === 'crashed')).toEqual([]);
      expect(typeof verified).toBe('boolean');
    }
  });

  it('are the same bytes for the same login', async () => {
    const forms = [];
    for (let time = 0; time < 2; time++) {
      forms.push((await faultyLogin(await loadFaults(['xsw-3', 'unknown-in-response-to']))).answer.fields);
    }
    expect(forms[0]).toEqual(forms[1]);
  });

  it('say which id is not one of them', async () => {
    await expect(loadFaults(['wrong-audience', 'wrong-moon'])).rejects.toThrow('There is no fault "wrong-moon".');
  });

  it('are all in the list that the start reads instead of them', () => {
    expect(faults.map(({ id }) => id)).toEqual(FAULT_IDS);
  });
});

/** In these the identity provider itself has signed the name of somebody else. */
const SIGNED_FOR_ANOTHER = ['comment-truncates-name-id', 'two-name-ids'];

describe('An attack', () => {
  it.each(faults.filter(({ kind }) => kind === 'attack').map((fault) => [fault.id, fault] as const))(
    'signs nobody in, and shows no forged name as verified: %s',
    async (id, fault) => {
      const { diagnosis, verified, evidence } = await spoiltBy(fault);
      expect(diagnosis.accepted).toBe(false);
      // The genuine assertion may still be verified; somebody else's may not.
      const who = evidence.assertion?.subject?.nameIds[0]?.value ?? '';
      if (who.startsWith('Adele.Vance@contoso.com')) expect(verified).toBe(SIGNED_FOR_ANOTHER.includes(id));
    },
  );
});

function failing(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ status, severity }) => (status === 'fail' && severity !== 'info') || status === 'crashed')
    .map(({ id }) => id);
}

/** Whether one of the checks it names refused it, rather than warned. */
function isErrorOf(fault: Fault, findings: readonly Finding[]): boolean {
  return findings.some(
    ({ id, status, severity }) => status === 'fail' && severity === 'error' && fault.caughtBy.includes(id),
  );
}
