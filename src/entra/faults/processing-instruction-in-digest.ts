import { impersonate } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const processingInstructionInDigest: Fault = {
  id: 'processing-instruction-in-digest',
  title: 'the genuine digest in a processing instruction, a forged one as text',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound', 'no-comments-in-values', 'digest-matches', 'signature-verifies'],
  afterSigning: (xml, context) => impersonate(xml, context).replace(/(<DigestValue>)([^<]*)/, '$1<?d $2?>Zm9yZ2Vk'),
};
