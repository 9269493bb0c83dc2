import type { Request } from 'express';
import type { Arrival } from '../../logins/receive.js';
import type { ReceivedMessage } from '../../saml/evidence.js';
import { couldBe, queryFieldName } from '../../saml/field-names.js';
import { present } from '../../saml/present.js';
import { readForm } from '../forms/read-form.js';
import { queryOf } from '../query.js';

/** Headers that help to explain a login; never a cookie's value, never an authorization. */
const KEPT_HEADERS = [
  'content-type',
  'date',
  'host',
  'origin',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
];
const MAX_HEADER = 500;

/** The message of a post to an AssertionConsumerService, exactly as it arrived, whatever it is. */
export async function messageFromPost(request: Request, maxBytes: number): Promise<ReceivedMessage> {
  const contentType = request.headers['content-type'];
  const { fields, oversize } = await readForm(request, maxBytes);
  const inQuery = queryNames(request).filter((name) => couldBe(name, 'SAMLResponse') || couldBe(name, 'SAMLRequest'));
  const first = (name: string) => fields.find(([field]) => field === name)?.[1];
  return {
    binding: 'HTTP-POST',
    method: request.method,
    fieldNames: [...fields.map(([name]) => name), ...inQuery.map(queryFieldName)],
    ...present({ contentType, oversize, samlResponse: first('SAMLResponse'), relayState: first('RelayState') }),
  };
}

/** A response in the query of a GET: the Redirect binding, which responses do not use. */
export function messageFromQuery(request: Request): ReceivedMessage {
  const value = (name: string) => queryOf(request).get(name) ?? undefined;
  return {
    binding: 'HTTP-Redirect',
    method: request.method,
    fieldNames: queryNames(request),
    ...present({ samlResponse: value('SAMLResponse'), relayState: value('RelayState') }),
  };
}

export function arrivalOf(request: Request, acsUrl: string, requestId: string | undefined): Arrival {
  const headers = Object.fromEntries(
    KEPT_HEADERS.map((name) => [name, request.headers[name]] as const)
      .filter(([, value]) => typeof value === 'string')
      .map(([name, value]) => [name, String(value).slice(0, MAX_HEADER)]),
  );
  const cookieNames = (request.headers.cookie ?? '')
    .split(';')
    .map((cookie) => cookie.split('=')[0]?.trim() ?? '')
    .filter((name) => name !== '');
  return { acsUrl, headers, cookieNames, ...present({ requestId }) };
}

function queryNames(request: Request): string[] {
  return [...queryOf(request).keys()];
}
