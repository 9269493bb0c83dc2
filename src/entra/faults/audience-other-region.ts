import { audienceOf, withAudiences } from '../edit-plan.js';
import type { Fault } from '../fault.js';

function otherRegion(audience: string): string {
  const code = audience.split('/').at(-1) ?? '';
  return audience.includes('//us-api')
    ? `https://eu-api.mimecast.com/sso/${code}`
    : `https://us-api.mimecast.com/sso/${code}`;
}

export const audienceOtherRegion: Fault = {
  id: 'audience-other-region',
  title: 'the audience is the account in another region',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['audience-matches'],
  plan: (plan) => withAudiences(plan, [otherRegion(audienceOf(plan))]),
};
