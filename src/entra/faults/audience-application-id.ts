import { withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const audienceApplicationId: Fault = {
  id: 'audience-application-id',
  title: 'the audience is the bare application id',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan, { application }) => withAudiences(plan, [application.applicationId]),
};
