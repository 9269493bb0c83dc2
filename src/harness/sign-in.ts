import type { EntraStandIn } from '../entra/stand-in.js';
import { HarnessError } from '../errors.js';
import type { ServiceProvider } from '../http/service-provider.js';
import type { AnsweredLogin } from '../logins/login.js';
import { receiveResponse } from '../logins/receive.js';
import { startLogin } from '../logins/start-login.js';
import type { ReceivedMessage } from '../saml/evidence.js';
import { present } from '../saml/present.js';

/** A login without a browser. */
export interface SignInOptions {
  /** UPN at the stand-in; default `B.Simon@contoso.com`. */
  readonly user?: string;
  /** Default `sp-initiated`. */
  readonly flow?: 'sp-initiated' | 'idp-initiated';
  /** Deliberate defects, by id. */
  readonly faults?: readonly string[];
  /** Sent along with the response. */
  readonly relayState?: string;
  /** The account that starts the login; default the main one. */
  readonly accountCode?: string;
}

/**
 * Signs in at the stand-in and posts its answer to the service provider.
 *
 * @throws HarnessError `ENTRA_REFUSED` when the stand-in shows an AADSTS page instead of answering, `FAULT_UNKNOWN`,
 *   `ACCOUNT_UNKNOWN`, `NO_LOGIN_URL`, `NO_STAND_IN`, `METADATA_UNREACHABLE`, `METADATA_UNUSABLE`.
 */
export async function signIn(
  sp: ServiceProvider,
  entra: EntraStandIn | undefined,
  options: SignInOptions = {},
): Promise<AnsweredLogin> {
  if (!entra) {
    throw new HarnessError(
      'NO_STAND_IN',
      'This harness runs without the stand-in for Entra ID.',
      'Use nextLogin() and sign in with a browser, or start it with the stand-in.',
    );
  }
  const { user = 'B.Simon@contoso.com', flow = 'sp-initiated', faults = [], relayState, accountCode } = options;
  if (accountCode !== undefined && !sp.accounts.some(({ account }) => account().accountCode === accountCode)) {
    const known = sp.accounts.map(({ account }) => account().accountCode).join(', ');
    throw new HarnessError(
      'ACCOUNT_UNKNOWN',
      `This harness rehearses no account ${accountCode}.`,
      `It rehearses ${known}; name others in accounts.`,
    );
  }
  const asked = { user, flow, faults, ...present({ relayState, accountCode }) };
  const answer = await entra.answer(await questionOf(sp, asked));
  if (answer.kind !== 'post') {
    const text = answer.kind === 'refused' ? answer.text : `it sends the browser to ${answer.url}`;
    throw new HarnessError(
      'ENTRA_REFUSED',
      `The stand-in did not answer the login: ${text}`,
      'See `saml-rehearsal explain` with the AADSTS number.',
    );
  }
  return receiveResponse(sp, messageOf(answer.fields), { acsUrl: answer.acsUrl });
}

async function questionOf(
  sp: ServiceProvider,
  options: SignInOptions & Required<Pick<SignInOptions, 'user' | 'flow' | 'faults'>>,
) {
  const { user, flow, faults, relayState, accountCode } = options;
  if (flow === 'idp-initiated') return { kind: 'idp-initiated', user, faults } as const;
  const started = await startLogin(sp, present({ relayState, accountCode }));
  if (!started)
    throw new HarnessError(
      'NO_LOGIN_URL',
      'The Authentication Profile has no Login URL.',
      'Import the IdP’s metadata.',
    );
  return { kind: 'sp-initiated', requestXml: started.requestXml, user, faults, ...present({ relayState }) } as const;
}

function messageOf(fields: readonly (readonly [string, string])[]): ReceivedMessage {
  const first = (name: string) => fields.find(([field]) => field === name)?.[1];
  return {
    binding: 'HTTP-POST',
    method: 'POST',
    fieldNames: fields.map(([name]) => name),
    ...present({ samlResponse: first('SAMLResponse'), relayState: first('RelayState') }),
  };
}
