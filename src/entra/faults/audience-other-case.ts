import { audienceOf, withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const audienceOtherCase: Fault = {
  id: 'audience-other-case',
  title: 'the audience in lower case',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, [audienceOf(plan).toLowerCase()]),
};
