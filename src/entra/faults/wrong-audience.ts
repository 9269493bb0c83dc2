import { withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const wrongAudience: Fault = {
  id: 'wrong-audience',
  title: 'the audience is another service provider',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, ['https://sp.example.com/']),
};
