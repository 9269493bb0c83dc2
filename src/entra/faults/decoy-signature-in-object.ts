import { NS, STATUS } from '../../saml/names.js';
import { forgedId, replaceAssertion, signatureIn } from '../edit-message.js';
import type { Fault, FaultContext } from '../fault.js';
import { issuerOf } from '../tenant.js';

/** A forged assertion, short but with everything a careless reader looks at. */
function claimant(context: FaultContext): string {
  const { tenant } = context;
  return `<Assertion ID="${forgedId(context)}" IssueInstant="${context.now.toISOString()}" Version="2.0" xmlns="${NS.assertion}"><Issuer>${issuerOf(tenant.id)}</Issuer><Subject><NameID>Adele.Vance@${tenant.domain}</NameID></Subject></Assertion>`;
}

export const decoySignatureInObject: Fault = {
  id: 'decoy-signature-in-object',
  title: 'a signed error answer, and a decoy with the same SignatureValue that carries a forged assertion',
  area: 'signature',
  kind: 'attack',
  caughtBy: [
    'status-is-success',
    'structure-as-in-schema',
    'one-assertion',
    'signature-reference-sound',
    'digest-matches',
  ],
  beforeSigning: (xml) => replaceAssertion(xml, '').replace(STATUS.success, STATUS.responder),
  signing: (signing) => ({ ...signing, assertion: false, response: true }),
  afterSigning: (xml, context) => {
    const decoy = signatureIn(xml).replace('</Signature>', () => `<Object>${claimant(context)}</Object></Signature>`);
    return xml.replace('</samlp:Response>', () => `${decoy}</samlp:Response>`);
  },
};
