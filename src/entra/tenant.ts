import { guidFor } from './guid.js';

/** The directory that users and applications live in. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** Primary domain: names of users end with it. */
  readonly domain: string;
  /** Initial domain: names of guests end with it. */
  readonly initialDomain: string;
}

/** Contoso, as in Microsoft's tutorials. The id stays the same from one start to the next, so that settings keep fitting. */
export const CONTOSO: Tenant = {
  id: guidFor('saml-rehearsal tenant contoso.com'),
  name: 'Contoso',
  domain: 'contoso.com',
  initialDomain: 'contoso.onmicrosoft.com',
};

/** The IdP's entityID and Issuer, with the slash at its end (captured metadata and responses, 2014 to 2025). */
export function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}
