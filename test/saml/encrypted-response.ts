import { systemRandom } from '../../src/clock.js';
import { type EncryptionOptions, encryptAssertion } from '../../src/saml/encrypt.js';
import { readEncrypted } from '../../src/saml/read-encrypted.js';
import { DEFAULT_XML_LIMITS, readXml } from '../../src/saml/read-xml.js';
import { visitElements } from '../../src/saml/walk.js';
import type { XmlElement } from '../../src/saml/xml.js';
import { aResponse } from '../a-response.js';
import { testKey } from '../keys.js';

export const spKey = testKey('sp').privateKeyPem;

export function encrypted(options: Partial<EncryptionOptions> = {}): string {
  const all = { certificatePem: testKey('sp').certificatePem, random: systemRandom, ...options };
  return aResponse({ between: (xml) => encryptAssertion(xml, all) }).xml;
}

export function encryptedAssertion(xml: string): XmlElement {
  const { document, problem } = readXml(xml);
  if (!document) throw new Error(problem.message);
  let found: XmlElement | undefined;
  visitElements(document.root, (element) => {
    if (element.localName === 'EncryptedAssertion') found ??= element;
  });
  if (!found) throw new Error('no EncryptedAssertion');
  return found;
}

export function outcome(xml: string, keys: readonly string[] = [spKey]): string {
  const { outcome: word, detail } = readEncrypted(encryptedAssertion(xml), keys, DEFAULT_XML_LIMITS).encryption;
  return detail === undefined ? word : `${word}: ${detail}`;
}
