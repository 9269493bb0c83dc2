/** xmlsec1 as a foreign judge of every signature in the corpus that we can say something about. */
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { certificateFromPem } from '../../src/saml/certificates.js';
import type { Signature } from '../../src/saml/evidence.js';
import { readXml } from '../../src/saml/read-xml.js';
import { verifySignatures } from '../../src/saml/verify-signature.js';
import { attribute, visitElements } from '../../src/saml/walk.js';
import type { XmlDocument } from '../../src/saml/xml.js';
import { corpusCases, corpusFolder, corpusPublic } from './corpus.js';
import { itWithTool, runTool } from './tools.js';

/** Tells xmlsec1 which attributes are IDs: ours are those named ID. */
function idAttributes({ root }: XmlDocument): string[] {
  const names = new Set<string>();
  visitElements(root, (element) => {
    if (attribute(element, 'ID') !== undefined) names.add(`${element.namespace}:${element.localName}`);
  });
  return [...names].flatMap((name) => ['--id-attr:ID', name]);
}

function theirVerdict(document: XmlDocument, pem: string, index: number): boolean {
  const xpath = `(//*[local-name()='Signature'])[${index + 1}]`;
  const args = (path: (file: string) => string) => [
    '--verify',
    ...['--enabled-key-data', 'x509,rsa', '--pubkey-cert-pem', path('idp.pem')],
    ...idAttributes(document),
    ...['--node-xpath', xpath, path('message.xml')],
  ];
  return runTool('xmlsec1', args, { 'idp.pem': pem, 'message.xml': document.text }).ok;
}

/** Digest and value only: what else we hold against a signature, xmlsec1 does not. */
const holds = ({ digest, value }: Signature) => digest === 'matches' && value === 'verifies';

describe('xmlsec1 and we', () => {
  itWithTool(
    'xmlsec1',
    'agree about digest and value of every well-made signature of the labelled cases',
    () => {
      const differences: string[] = [];
      let compared = 0;
      const seen = new Set<string>();
      // Each one starts a program: a third of them by default, all of them when fuzzing in earnest.
      const share = process.env['FUZZ_RUNS'] ? 1 : 3;
      for (const { id, file, idpCert } of corpusCases()) {
        const raw = corpusPublic(file).trim();
        const text = raw.startsWith('<') ? raw : Buffer.from(raw, 'base64').toString('utf8');
        const { document } = readXml(text);
        if (!document || seen.has(text + idpCert)) continue;
        seen.add(text + idpCert);
        const pem = certificateFromPem(corpusPublic(idpCert)).pem;
        for (const [index, signature] of verifySignatures(document, {}, [certificateFromPem(pem)]).entries()) {
          // Where the structure is at fault the two may well differ, and ours is to refuse.
          if (signature.problems.some(({ kind }) => kind !== 'misplaced') || signature.digest === 'not-computed')
            continue;
          if (compared++ % share > 0) continue;
          if (theirVerdict(document, pem, index) !== holds(signature)) differences.push(`${id} ${index}`);
        }
      }
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(100);
    },
    [join(corpusFolder, 'cases.json')],
  );
});
