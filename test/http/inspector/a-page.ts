/** Asks the inspector for a page and says what a person would find on it. */
import express from 'express';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import request from 'supertest';
import type { InspectorDeps } from '../../../src/http/inspector/deps.js';
import { redactionOf } from '../../../src/http/inspector/redaction-of.js';
import { inspectorRoutes } from '../../../src/http/inspector/routes.js';
import type { Login } from '../../../src/logins/login.js';
import { ACS, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { aLogin, storeOf } from './a-login.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Page {
  readonly status: number;
  readonly html: string;
  readonly location: string | undefined;
  /** Every element, in document order. */
  readonly elements: readonly Element[];
  /** All text of the page, white space collapsed. */
  readonly text: string;
  /** Text of the element with this id. */
  textOf(id: string): string;
}

export function inspectorDeps(logins: readonly Login[], change: Partial<InspectorDeps> = {}): InspectorDeps {
  return {
    logins: storeOf(...logins),
    clock: { now: () => new Date(GOOD_AT.getTime() + 60_000) },
    site: () => ({
      accountCode: 'C46A75',
      region: 'eu',
      signOnUrl: 'http://localhost:7010/login/saml',
      entraUrl: 'http://127.0.0.1:7011/',
    }),
    setup: async () => ({
      serviceProvider: {
        entityId: 'http://localhost:7010/sso/C46A75',
        assertionConsumerServiceUrl: 'http://localhost:7010/login/saml',
        signOnUrl: 'http://localhost:7010/login/saml',
        metadataUrl: 'http://localhost:7010/sso/C46A75',
      },
      authenticationProfile: {
        issuerUrl: IDP_ENTITY_ID,
        signingCertificates: [testKey('idp').certificatePem],
        allowSingleSignOn: true,
      },
      directory: {
        domains: ['contoso.com'],
        addresses: [{ email: 'Adele.Vance@contoso.com', globalName: 'Adele Vance', role: 'Administrator' }],
      },
    }),
    judge: async ({ binding, samlResponse = '' }) =>
      aLogin({
        id: '',
        field: () => (binding === 'document' ? Buffer.from(samlResponse).toString('base64') : samlResponse),
      }),
    redaction: (login) => redactionOf(login, new Uint8Array(32)),
    decryptionKeys: async () => [testKey('sp').privateKeyPem],
    ...change,
  };
}

export async function get(path: string, deps: InspectorDeps): Promise<Page> {
  return pageOf(await request(express().use(inspectorRoutes(deps))).get(path));
}

export async function post(path: string, fields: Readonly<Record<string, string>>, deps: InspectorDeps): Promise<Page> {
  return pageOf(
    await request(express().use(inspectorRoutes(deps)))
      .post(path)
      .type('form')
      .send(fields),
  );
}

/** The page is parsed when somebody looks into it. */
function pageOf(response: request.Response): Page {
  let parsed: { document: DefaultTreeAdapterTypes.Document; elements: Element[] } | undefined;
  const parts = () => {
    if (!parsed) {
      const document = parse(response.text);
      parsed = { document, elements: walk(document) };
    }
    return parsed;
  };
  return {
    status: response.status,
    html: response.text,
    location: response.headers['location'],
    get elements() {
      return parts().elements;
    },
    get text() {
      return textIn(parts().document);
    },
    textOf(id) {
      const found = parts().elements.find((element) => attributeOf(element, 'id') === id);
      if (!found) throw new Error(`there is no element #${id}`);
      return textIn(found);
    },
  };
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function walk(node: Node): Element[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(walk) : [];
  return 'tagName' in node ? [node, ...inner] : inner;
}

function textIn(node: Node): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

const BLOCKS = /^(p|div|li|dt|dd|h[1-6]|td|th|tr|section|article|summary|details|option|a|button|label|header)$/;

function rawText(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(rawText).join('');
  return 'tagName' in node && BLOCKS.test(node.tagName) ? ` ${inner} ` : inner;
}

export { ACS, ENTITY_ID };
