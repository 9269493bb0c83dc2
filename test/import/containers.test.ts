import { describe, expect, it } from '@jest/globals';
import { importMessages } from '../../src/import/import-messages.js';
import { base64, deflated, form, REQUEST, RESPONSE } from './messages.js';

const DATE = 'Tue, 24 Nov 2026 10:00:05 GMT';
const IDP = 'https://login.microsoftonline.com/t/saml2';
const ACS = 'https://eu-api.mimecast.com/login/saml';
const page = `<html><form method="POST" action="${ACS}"><input name="SAMLResponse" value="${base64(RESPONSE)}"></form></html>`;

const har = (post: object) => ({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-11-24T10:00:00Z',
        request: { method: 'GET', url: `${IDP}?${form({ SAMLRequest: deflated(REQUEST) })}`, headers: [] },
        response: {
          headers: [{ name: 'Date', value: DATE }],
          content: { mimeType: 'text/html', encoding: 'base64', text: base64(page) },
        },
      },
      { request: { method: 'GET', url: 'https://x/logo.png' }, response: { content: {} } },
      {
        startedDateTime: '2026-11-24T11:00:09+01:00',
        request: { method: 'POST', url: ACS, headers: [], postData: post },
        response: { headers: [], content: {} },
      },
    ],
  },
});

describe('A HAR file', () => {
  const mimeType = 'application/x-www-form-urlencoded';
  const shapes: [string, object][] = [
    ['with the body as text', { mimeType, text: form({ SAMLResponse: base64(RESPONSE) }) }],
    ['with decoded params', { mimeType, params: [{ name: 'SAMLResponse', value: base64(RESPONSE) }] }],
    [
      'with encoded params',
      { mimeType, params: [{ name: 'SAMLResponse', value: encodeURIComponent(base64(RESPONSE)) }] },
    ],
  ];

  it.each(shapes)('%s gives request and response, joined, once each', (_name, post) => {
    const messages = importMessages(JSON.stringify(har(post)), 'login.har');
    expect(messages.map((m) => [m.kind, m.source])).toEqual([
      ['request', `HAR entry 1: GET ${IDP}`],
      ['response', `HAR entry 3: POST ${ACS}`],
    ]);
    expect(messages[1]).toMatchObject({ sentTo: ACS, at: '2026-11-24T10:00:09.000Z', httpDate: DATE });
    expect(messages[1]?.received.samlResponse).toBe(base64(RESPONSE));
    expect(messages[1]?.request).toMatchObject({ id: '_q1', xml: REQUEST, at: '2026-11-24T10:00:00.000Z' });
  });

  it('that ends before the post still gives the response from the page', () => {
    const short = har({});
    short.log.entries.pop();
    expect(importMessages(JSON.stringify(short)).map((m) => [m.kind, m.sentTo])).toEqual([
      ['request', IDP],
      ['response', ACS],
    ]);
  });

  it('keeps a content type that is not a form', () => {
    const messages = importMessages(
      JSON.stringify(har({ mimeType: 'application/json', text: form({ SAMLResponse: base64(RESPONSE) }) })),
    );
    expect(messages[1]?.received.contentType).toBe('application/json');
  });
});

describe('A SAML-tracer export', () => {
  const trace = (value: string, relayState?: string) =>
    JSON.stringify({
      timestamp: '2026-11-24T10:00:10Z',
      requests: [
        { method: 'GET', url: 'https://x/', requestId: 'request-0', requestHeaders: [], responseHeaders: [] },
        { method: 'GET', url: `${IDP}?${form({ SAMLRequest: deflated(REQUEST) })}`, requestId: 'request-1' },
        {
          method: 'POST',
          url: ACS,
          requestId: 'request-2',
          responseHeaders: [{ name: 'Date', value: DATE }],
          post: [['SAMLResponse', value], ...(relayState ? [['RelayState', relayState]] : [])],
          saml: RESPONSE,
        },
      ],
    });

  it('gives request and response, joined', () => {
    const messages = importMessages(trace(base64(RESPONSE)));
    expect(messages.map((m) => [m.kind, m.sentTo])).toEqual([
      ['request', IDP],
      ['response', ACS],
    ]);
    expect(messages[1]).toMatchObject({ at: '2026-11-24T10:00:05.000Z', request: { id: '_q1' } });
    expect(messages[1]?.received).toMatchObject({ binding: 'HTTP-POST', samlResponse: base64(RESPONSE) });
  });

  it('with masked values falls back on the decoded copy and says so', () => {
    const message = importMessages(trace('{hash:abc}', '{hash:def}'))[1];
    expect(message?.received).toEqual({ binding: 'document', samlResponse: RESPONSE });
    expect(message?.repairs.join()).toContain('masked on export');
    expect(message?.notes.join()).toContain('RelayState was masked');
  });

  it('of an old version, with headers in pairs', () => {
    const old = {
      requests: [
        { method: 'POST', url: ACS, responseHeaders: [['Date', DATE]], post: [['SAMLResponse', base64(RESPONSE)]] },
      ],
    };
    expect(importMessages(JSON.stringify(old))[0]).toMatchObject({ kind: 'response', at: '2026-11-24T10:00:05.000Z' });
  });
});

describe('A login record of ours', () => {
  const record = {
    id: 'L1',
    state: 'answered',
    request: { id: '_q1', sentAt: '2026-11-24T10:00:00.000Z', xml: REQUEST, destination: IDP, binding: 'HTTP-POST' },
    received: {
      at: '2026-11-24T10:00:09.000Z',
      binding: 'HTTP-POST',
      samlResponse: base64(RESPONSE),
      acsUrl: ACS,
      relayState: 'r',
    },
    settings: {},
    diagnosis: {},
  };

  it('gives the request and the response as they were, with the record itself', () => {
    const messages = importMessages(JSON.stringify(record));
    expect(messages.map((m) => [m.kind, m.source])).toEqual([
      ['request', 'login L1, request'],
      ['response', 'login L1'],
    ]);
    expect(messages[1]).toMatchObject({ sentTo: ACS, at: record.received.at, record, request: { id: '_q1' } });
    expect(messages[1]?.received).toEqual({ binding: 'HTTP-POST', samlResponse: base64(RESPONSE), relayState: 'r' });
  });

  it('in a page of logins as the API answers it', () => {
    const second = { ...record, id: 'L2', request: undefined };
    expect(importMessages(JSON.stringify({ logins: [record, second] })).map((m) => m.source)).toEqual([
      'login L1, request',
      'login L1',
      'login L2',
    ]);
  });
});
