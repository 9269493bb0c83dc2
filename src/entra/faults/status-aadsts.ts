import { STATUS } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const statusAadsts: Fault = {
  id: 'status-aadsts',
  title: 'an error of Entra as a Response: unsigned, without Destination, with an AADSTS number',
  area: 'status',
  kind: 'mistake',
  caughtBy: ['status-is-success'],
  plan: ({ destination: _, ...plan }, { now }) => ({
    ...plan,
    status: {
      codes: [STATUS.requester, STATUS.requestUnsupported],
      message: `AADSTS75006: An error occurred while processing a SAML2 Authentication request. AADSTS90011: The SAML authentication request property 'NameIdentifierPolicy/SPNameQualifier' is not supported. Timestamp: ${now.toISOString().slice(0, 19).replace('T', ' ')}Z`,
    },
    assertions: [],
  }),
  signing: (signing) => ({ ...signing, response: false }),
};
