import type { Certificate } from '../../../../saml/parties.js';

/** To the minute, in UTC: `2029-11-26 05:08`. */
export function expiration({ notAfter }: Pick<Certificate, 'notAfter'>): string {
  return notAfter.toISOString().slice(0, 16).replace('T', ' ');
}
