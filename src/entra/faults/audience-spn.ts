import { withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const audienceSpn: Fault = {
  id: 'audience-spn',
  title: 'the audience is spn: and the application id, because the request named the application by its id',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan, { application }) => withAudiences(plan, [`spn:${application.applicationId}`]),
};
