import { ENTRA_CLAIM } from '../../saml/names.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { count } from '../show.js';
import { entraGroups } from '../sources.js';

export const groupsNotOverage = defineCheck({
  id: 'groups-not-overage',
  title: 'The groups themselves are in the assertion',
  stage: 'attributes',
  severity: 'warning',
  why: 'When a user is in more than 150 groups, Entra sends a link (groups.link) instead of them. A service provider that reads groups then sees none.',
  spec: [entraGroups('Important caveats: limit of 150 groups in SAML')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { overage: 'groups.link came instead of groups', both: 'both came' },
  remedies: ['fewer-groups'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const link = assertion.attributes.find(({ name }) => name === ENTRA_CLAIM.groupsLink);
    const groups = assertion.attributes.find(({ name }) => name === ENTRA_CLAIM.groups);
    if (!link)
      return groups
        ? pass(`${count(groups.values.length, 'group')}.`)
        : notApplicable('The assertion carries no groups.');
    return fail(expected, {
      kind: groups ? 'both' : 'overage',
      summary: groups
        ? 'The assertion carries groups and also a link to them (groups.link): the list may be incomplete.'
        : 'The user is in more groups than fit: Entra sent a link (groups.link) instead of the groups.',
      expected: ENTRA_CLAIM.groups,
      actual: ENTRA_CLAIM.groupsLink,
      at: place(assertionDocument, link.element),
      remedies: ['fewer-groups'],
    });
  },
});
