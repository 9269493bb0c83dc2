import type { Clock, Random } from '../clock.js';
import { locateInText } from '../saml/locate.js';
import { newGuid } from './guid.js';

/**
 * Text of each refusal as Entra's error page words it, with places to fill in. Entra may change the wording at any time; only the
 * number is stable. Sources: error code reference and public reports of the run-time texts.
 */
const AADSTS_TEXTS = {
  50003: 'No signing key is configured.',
  50011:
    "The reply URL '{replyUrl}' specified in the request does not match the reply URLs configured for the application '{identifier}'. Make sure the reply URL sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/urlMismatchError to learn more about how to fix this.",
  50034:
    'The user account {upn} does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.',
  50057: 'The user account is disabled.',
  50058: 'A silent sign-in request was sent but no user is signed in.',
  50061: 'Unable to complete sign out. The request was invalid. {detail}',
  50070:
    "Sign out has failed. The sign out request specified a name identifier or a session index that didn't match the existing session(s).",
  50105:
    "Your administrator has configured the application {application} ('{appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '{upn}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.",
  75001: 'An error occurred during SAML message binding.',
  75003: 'SAML protocol response cannot be sent via bindings other than HTTP POST. Requested binding: {binding}',
  75005: 'The request is not a valid SAML 2.0 protocol message.',
  75011:
    "Authentication method '{used}' by which the user authenticated with the service doesn't match requested authentication method '{requested}'. Contact the {application} application owner.",
  75016: "The SAML authentication request's NameIDPolicy format '{format}' is not supported.",
  76021: 'The request sent by client is not signed while the application requires signed requests{detail}',
  90002:
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  90015: 'The query string is too long.',
  501241: "Mandatory Input '{parameter}' missing from transformation ID '{transformation}'.",
  700016:
    "Application with identifier '{identifier}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  750054:
    'SAMLRequest or SAMLResponse must be present as query string parameters in HTTP request for SAML Redirect binding.',
  900144: "The request body must contain the following parameter: '{name}'.",
  900235:
    "SAML authentication request's RequestedAuthenticationContext Comparison value must be 'exact'. Received value: '{comparison}'.",
  900236: "The SAML authentication request property '{property}' is not supported and must not be set.",
  900561: 'The endpoint only accepts {accepted} requests. Received a {received} request.',
  900971: 'No reply address provided.',
  7000112: "Application '{appId}'({application}) is disabled.",
  7500511: "XML attribute '{attribute}' in the SAML message must be a URI.",
  7500522: "XML element '{element}' in XML Namespace '{namespace}' in the SAML message must be a URI.",
  7500525:
    'There was an XML error in the SAML message at line {line}, position {position}. Verify that the XML content of the SAML messages conforms to the SAML protocol specifications.',
  7500529: "The value '{id}' is not a valid SAML ID. The ID must not begin with a number.",
  7500530: 'SAML NameId cannot be null.',
} as const;

export type AadstsNumber = keyof typeof AADSTS_TEXTS;

/** What stops a request before Entra's page adds its identifiers to it. */
export interface Obstacle {
  readonly aadsts: AadstsNumber;
  readonly values: Readonly<Record<string, string>>;
}

/** The error page: what it says and how it can be found again in the sign-in log. */
export interface Refusal {
  readonly kind: 'refused';
  readonly aadsts: AadstsNumber;
  /** `AADSTS50011: The reply URL ...`. */
  readonly text: string;
  readonly requestId: string;
  readonly correlationId: string;
  /** `2026-03-02 09:15:05Z`, as the page writes it. */
  readonly timestamp: string;
}

/** An obstacle, by number and the values its text wants. */
export function obstacle(aadsts: AadstsNumber, values: Readonly<Record<string, string>> = {}): Obstacle {
  return { aadsts, values };
}

/** A message that is no XML, with where it stops being it. */
export function xmlObstacle(xml: string, offset: number): Obstacle {
  const { line, column } = locateInText(xml, offset);
  return obstacle(7500525, { line: String(line), position: String(column) });
}

/** The error page for an obstacle. */
export function refuse({ aadsts, values }: Obstacle, { clock, random }: { clock: Clock; random: Random }): Refusal {
  const sentence = AADSTS_TEXTS[aadsts].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return {
    kind: 'refused',
    aadsts,
    text: `AADSTS${aadsts}: ${sentence.trimEnd()}`,
    requestId: newGuid(random),
    correlationId: newGuid(random),
    timestamp: `${clock.now().toISOString().slice(0, 19).replace('T', ' ')}Z`,
  };
}
