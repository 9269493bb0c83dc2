import { withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const audienceReplyUrl: Fault = {
  id: 'audience-reply-url',
  title: 'the audience is the Reply URL',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, [plan.destination ?? '']),
};
