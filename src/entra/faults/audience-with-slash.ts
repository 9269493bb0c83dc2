import { audienceOf, withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const audienceWithSlash: Fault = {
  id: 'audience-with-slash',
  title: 'the audience ends with a slash',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, [`${audienceOf(plan)}/`]),
};
