// @ts-check
import { AADSTS } from '../../dist/diagnosis/aadsts-table.js';
import { PLACES, REMEDIES } from '../../dist/diagnosis/remedies.js';
import { MADE, page, plain, table } from './markdown.mjs';

/** @param {[number, import('../../dist/diagnosis/aadsts-table.js').AadstsEntry]} entry */
const row = ([number, { name, cause, fix, who, remedy }]) => [
  `<a id="aadsts${number}"></a>[AADSTS${number}](https://login.microsoftonline.com/error?code=${number})${name ? `<br>${plain(name)}` : ''}`,
  plain(cause),
  plain(fix),
  `${who}${remedy ? `: ${plain(PLACES[REMEDIES[remedy].place].where)}` : ''}`,
];

export const aadstsPage = () =>
  page(
    '# Entra ID’s errors (AADSTS)',
    MADE,
    `What ${AADSTS.size} of Entra ID’s error numbers mean for a SAML login, in our words. Entra shows most of them on a page of its own, ` +
      'and the user does not come back to the service provider. On the command line: `saml-rehearsal explain AADSTS50011`, or the ' +
      'whole text of the error page on stdin: `saml-rehearsal explain -`.',
    table(['number', 'cause', 'fix', 'who, where'], [...AADSTS].sort(([a], [b]) => a - b).map(row)),
  );
