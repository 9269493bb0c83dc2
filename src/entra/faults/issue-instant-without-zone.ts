import type { Fault } from '../fault.js';

function zoneless(instant: Date | string | undefined): string {
  return (instant instanceof Date ? instant.toISOString() : String(instant)).replace('Z', '');
}

export const issueInstantWithoutZone: Fault = {
  id: 'issue-instant-without-zone',
  title: 'an IssueInstant without time zone',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['structure-as-in-schema'],
  acceptedByNodeSaml: true,
  plan: (plan) => ({ ...plan, issueInstant: zoneless(plan.issueInstant) }),
};
