import { impersonate } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const commentInDigest: Fault = {
  id: 'comment-in-digest',
  title: 'a forged digest in a comment before the genuine one, and a changed assertion',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound', 'no-comments-in-values', 'digest-matches'],
  afterSigning: (xml, context) => impersonate(xml, context).replace('<DigestValue>', '<DigestValue><!--Zm9yZ2Vk-->'),
};
