import { changeNameId } from '../edit-message.js';
import { withNameId } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const commentTruncatesNameId: Fault = {
  id: 'comment-truncates-name-id',
  title: 'the IdP signed admin@tenant.evil.example; a comment makes careless readers see admin@tenant',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-comments-in-values', 'user-in-directory', 'name-id-is-email'],
  acceptedByNodeSaml: true,
  plan: (plan, { tenant }) => withNameId(plan, { value: `Adele.Vance@${tenant.domain}.evil.example` }),
  afterSigning: (xml, { tenant }) =>
    changeNameId(xml, (value) => value.replace(tenant.domain, `${tenant.domain}<!---->`)),
};
