/** Small messages for the import tests: what they say does not matter here, only that they are found. */
import { deflateRawSync } from 'node:zlib';

export const RESPONSE =
  '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" InResponseTo="_q1" Version="2.0"><a>ü>>>???</a></samlp:Response>';
export const REQUEST =
  '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_q1" Version="2.0"><a>???</a></samlp:AuthnRequest>';
export const LOGOUT =
  '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l1" Version="2.0"/>';

export const base64 = (xml: string) => Buffer.from(xml, 'utf8').toString('base64');
export const deflated = (xml: string) => deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64');
export const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
