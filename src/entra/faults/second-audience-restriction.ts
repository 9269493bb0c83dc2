import { audienceOf, withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const secondAudienceRestriction: Fault = {
  id: 'second-audience-restriction',
  title: 'a second AudienceRestriction that names somebody else',
  area: 'parties',
  kind: 'attack',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, [audienceOf(plan)], ['https://sp.example.com/']),
};
