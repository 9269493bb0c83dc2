/** Surgery on the text of a message as the stand-in serialises it. What is not found is left alone, so that faults combine. */

import { createHash } from 'node:crypto';
import type { FaultContext } from './fault.js';

const SIGNATURE = /<Signature xmlns="http:\/\/www\.w3\.org\/2000\/09\/xmldsig#">.*?<\/Signature>/s;
const ASSERTION = /<Assertion .*<\/Assertion>/s;

/** The first Assertion with everything up to the last end tag of one. */
export function assertionIn(xml: string): string {
  return ASSERTION.exec(xml)?.[0] ?? '';
}

/** The Signature that is a child of this very element's text, or the first there is. */
export function signatureIn(text: string): string {
  return SIGNATURE.exec(text)?.[0] ?? '';
}

export function withoutSignatures(text: string): string {
  return text.replace(new RegExp(SIGNATURE, 'gs'), '');
}

/** Puts a text in the place of the assertion. The replacement is taken as it is. */
export function replaceAssertion(xml: string, replacement: string): string {
  return xml.replace(ASSERTION, () => replacement);
}

export function changeAssertion(xml: string, change: (assertion: string) => string): string {
  return xml.replace(ASSERTION, change);
}

/** Another user's assertion, made of the genuine one: other NameID, other claims, other ID, no signature. */
export function forgedAssertion(genuine: string, context: FaultContext): string {
  return withoutSignatures(withId(impersonate(genuine, context), forgedId(context)));
}

/** The genuine text, saying that it is about somebody else. */
export function impersonate(text: string, { tenant, application }: FaultContext): string {
  const victim = victimOf(text, tenant.domain);
  const value = /<NameID[^>]*>([^<]*)<\/NameID>/.exec(text)?.[1];
  return value === undefined || application.name === '' ? text : text.replaceAll(`>${value}<`, `>${victim}<`);
}

/** Whoever is not signing in: an administrator if possible. */
function victimOf(text: string, domain: string): string {
  const administrator = `Adele.Vance@${domain}`;
  return text.includes(`>${administrator}<`) ? `B.Simon@${domain}` : administrator;
}

export function forgedId({ application, tenant }: FaultContext): string {
  const hex = createHash('sha256').update(`forged ${tenant.id} ${application.applicationId}`).digest('hex');
  return `_${hex.slice(0, 32)}`;
}

/** The same element under another ID (and session index). */
export function withId(element: string, id: string): string {
  const old = idIn(element);
  return old === '' ? element : element.replaceAll(`"${old}"`, `"${id}"`);
}

/** ID of the element that begins the text. */
export function idIn(element: string): string {
  return /^<[^>]*? ID="([^"]*)"/s.exec(element)?.[1] ?? '';
}

/** samlp:Extensions stand between Signature (or Issuer) and Status (SAML core 3.2.2). */
export function withExtensions(xml: string, content: string): string {
  return xml.replace('<samlp:Status>', () => `<samlp:Extensions>${content}</samlp:Extensions><samlp:Status>`);
}

/** Changes the text of the NameID. */
export function changeNameId(xml: string, change: (value: string) => string): string {
  return xml.replace(/(<NameID[^>]*>)([^<]*)(<\/NameID>)/, (_, start, value, end) => start + change(value) + end);
}
