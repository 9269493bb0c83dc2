import { withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noAudience: Fault = {
  id: 'no-audience',
  title: 'no AudienceRestriction',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-present', 'audience-matches'],
  plan: (plan) => withAudiences(plan),
};
