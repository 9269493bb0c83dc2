/** Recorded logins for tests of the pages: made from messages, by the same reading and judging as the harness's. */

import type { Finding } from '../../../src/diagnosis/check.js';
import { diagnoseMessage } from '../../../src/logins/diagnose-message.js';
import type { AnsweredLogin, PendingLogin } from '../../../src/logins/login.js';
import type { LoginStore } from '../../../src/logins/login-store.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID, type ResponseChange } from '../../a-response.js';
import { testKey } from '../../keys.js';

export interface LoginChange extends ResponseChange {
  readonly id?: string;
  /** Changes the value of the form field. */
  readonly field?: (base64: string) => string | undefined;
  readonly relayState?: string;
  readonly published?: readonly string[];
  readonly findings?: readonly Finding[];
  readonly at?: Date;
}

export async function aLogin(change: LoginChange = {}): Promise<AnsweredLogin> {
  const { id = 'l-1', at = GOOD_AT, relayState, field = (value) => value } = change;
  const made = aResponse(change);
  const samlResponse = field(made.base64);
  const certificates = change.published ?? [testKey('idp').certificatePem];
  const judged = await diagnoseMessage(
    {
      binding: 'HTTP-POST',
      method: 'POST',
      fieldNames: ['SAMLResponse'],
      ...(samlResponse !== undefined && { samlResponse }),
    },
    {
      serviceProvider: {
        entityId: ENTITY_ID,
        assertionConsumerServiceUrl: ACS,
        decryptionKey: testKey('sp').privateKeyPem,
      },
      identityProvider: { entityId: IDP_ENTITY_ID, signingCertificates: certificates },
      at,
      secondOpinion: false,
    },
  );
  const { accepted, rootCause, findings, response, assertion, claims, verified } = judged;
  return {
    id,
    state: 'answered',
    flow: change.unsolicited ? 'idp-initiated' : 'sp-initiated',
    accepted,
    accountCode: 'C46A75',
    region: 'eu',
    received: {
      at: at.toISOString(),
      binding: 'HTTP-POST',
      method: 'POST',
      acsUrl: ACS,
      fieldNames: ['SAMLResponse', ...(relayState === undefined ? [] : ['RelayState'])],
      ...(samlResponse !== undefined && { samlResponse }),
      ...(relayState !== undefined && { relayState }),
    },
    settings: {
      profile: 'mimecast',
      entityId: ENTITY_ID,
      acsUrl: ACS,
      clockSkewMs: 180_000,
      unsolicitedResponsesAllowed: true,
      idpEntityId: IDP_ENTITY_ID,
      idpSigningCertificates: certificates,
    },
    ...(response && { response }),
    ...(assertion && { assertion }),
    claims,
    verified,
    user: accepted ? { email: 'B.Simon@contoso.com', globalName: 'B. Simon', roles: [] } : null,
    diagnosis: { accepted, rootCause, findings: change.findings ?? findings },
  };
}

export const PENDING: PendingLogin = {
  id: 'l-pending',
  state: 'pending',
  flow: 'sp-initiated',
  accepted: false,
  accountCode: 'C46A75',
  region: 'eu',
  request: {
    id: '_5a2f1c0e9b8d47c6a3f0',
    sentAt: '2026-03-02T09:15:00.000Z',
    xml: '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_5a2f1c0e9b8d47c6a3f0"/>',
    destination: 'http://127.0.0.1:7011/tenant/saml2',
    binding: 'HTTP-POST',
  },
};

/** One that a browser's cookies came with, and did not come with; answered with RelayState. */
export async function aLoginWithCookies(): Promise<AnsweredLogin> {
  const login = await aLogin({ id: 'l-cookies', relayState: '/portal' });
  const shared = { host: 'eu-api.mimecast.com', path: '/login', maxAge: 600 };
  const cookies = [
    { name: 'rehearsal-request-lax', sameSite: 'Lax', secure: false, ...shared },
    { name: 'rehearsal-request-none', sameSite: 'None', secure: true, ...shared },
  ] as const;
  return {
    ...login,
    ...(PENDING.request && { request: { ...PENDING.request, cookies } }),
    received: {
      ...login.received,
      headers: { origin: 'https://login.microsoftonline.com', 'sec-fetch-site': 'cross-site' },
      cookieNames: ['rehearsal-request-none', 'of-somebody-else'],
    },
  };
}

/** A store that holds what it is given, newest first. */
export function storeOf(...logins: readonly (AnsweredLogin | PendingLogin)[]): LoginStore {
  return {
    save: async () => {},
    find: async (id) => logins.find((login) => login.id === id),
    list: async ({ accepted, limit = 50 } = {}) => ({
      logins: logins.filter((login) => accepted === undefined || login.accepted === accepted).slice(0, limit),
    }),
    remove: async () => false,
    removeAll: async () => {},
    trim: async () => 0,
    size: async () => ({ logins: logins.length, bytes: 0 }),
    close: async () => {},
  };
}
