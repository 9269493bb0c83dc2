import { withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const audienceWildcard: Fault = {
  id: 'audience-wildcard',
  title: 'the audience is an asterisk',
  area: 'parties',
  kind: 'attack',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, ['*']),
};
