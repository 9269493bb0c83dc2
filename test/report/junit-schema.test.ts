/** Every JUnit report this program writes fits the schema CI systems go by. */
import { describe, expect, it } from '@jest/globals';
import { contractGithub, contractJunit } from '../../src/cli/contract-report.js';
import { probeJunit } from '../../src/cli/probe-report.js';
import { junitReport } from '../../src/report/junit.js';
import { validateJunit } from './junit-schema.js';
import { reported } from './reported.js';

const violation = {
  keys: ['claims', 'groups'],
  path: 'claims.groups',
  message: 'The claim groups is missing.',
  expected: 'a claim "groups" <&>',
  actual: 'none',
  line: 4,
};
const attempt = { title: 'x "<&>', evidence: 'seen <p>', caughtBy: ['audience-matches'], weight: 'error' } as const;

describe('JUnit', () => {
  it('of checks', async () => {
    const bad = await reported({ after: (xml) => xml.replace('Version="2.0"', 'Version="1.9"') });
    expect(() => validateJunit(junitReport([]))).not.toThrow();
    expect(() => validateJunit(junitReport([bad]))).not.toThrow();
  });

  it('of a contract, each violation at its line of the contract', () => {
    const results = [
      { name: 'good', violations: [] },
      { name: 'bad', violations: [violation, { ...violation, keys: [], path: '' }] },
    ];
    const text = contractJunit(results, 'contract.yaml');
    expect(() => validateJunit(text)).not.toThrow();
    expect(text).toContain('tests="3" failures="2"');
    expect(text).toContain('contract.yaml:4\nThe claim groups is missing.');
  });

  it('of a probe', () => {
    const outcomes = ['let-in', 'refused', 'unclear', 'not-tried'] as const;
    const attempts = outcomes.map((outcome) => ({ ...attempt, outcome, fault: outcome }));
    const report = {
      acs: 'http://localhost/acs?a&b',
      entityId: 'x',
      flow: 'idp-initiated',
      healthy: false,
      attempts,
    } as const;
    expect(() => validateJunit(probeJunit(report))).not.toThrow();
  });

  it('and what does not fit is seen', () => {
    expect(() =>
      validateJunit('<testsuites name="x" tests="1" failures="0" errors="0"><case/></testsuites>'),
    ).toThrow();
  });
});

describe('An annotation of a contract', () => {
  it('points at the line of the contract', () => {
    expect(contractGithub([{ name: 'login 1', violations: [violation] }], 'sso/contract.yaml')).toBe(
      '::error file=sso/contract.yaml,line=4,title=claims.groups::login 1: The claim groups is missing.%0Aexpected: a claim "groups" <&>%0Aactual: none\n',
    );
  });
});
