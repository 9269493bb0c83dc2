import type { Fault } from '../fault.js';

export const commentInClaim: Fault = {
  id: 'comment-in-claim',
  title: 'a comment inside a claim value',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-comments-in-values'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => xml.replace(/(<AttributeValue>[^<]{4})/, '$1<!---->'),
};
