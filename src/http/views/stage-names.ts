import type { Stage } from '../../diagnosis/check.js';

/** Stages as people call them. */
export const STAGE_NAMES: Record<Stage, string> = {
  transport: 'Transport',
  xml: 'XML',
  status: 'Status',
  assertion: 'Assertion',
  encryption: 'Encryption',
  signature: 'Signature',
  parties: 'Parties',
  correlation: 'Request and response',
  subject: 'Subject',
  conditions: 'Conditions',
  authn: 'Authentication',
  attributes: 'Attributes',
  request: 'Our request',
};
