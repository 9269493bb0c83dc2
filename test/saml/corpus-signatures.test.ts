/** Verdicts on signatures nobody here made: labelled public suites, real Entra messages, IdPs run by us. */
import { X509Certificate } from 'node:crypto';
import { describe, expect } from '@jest/globals';
import { readCertificates } from '../../src/saml/certificates.js';
import type { Evidence, ReceivedMessage } from '../../src/saml/evidence.js';
import { readEvidence } from '../../src/saml/read-evidence.js';
import { readSignedAssertion } from '../../src/saml/signed-assertion.js';
import { type CorpusCase, corpusCases, corpusPublic, corpusText, itOverCorpus } from './corpus.js';

/** Every signature holds; those of assertions given as advice are somebody else's business. */
function isSound({ signatures = [] }: Partial<Evidence>): boolean {
  const own = signatures.filter(({ element }) => element.parent?.parent?.localName !== 'Advice');
  return (
    own.length > 0 &&
    own.every(({ digest, value, problems }) => digest === 'matches' && value === 'verifies' && problems.length === 0)
  );
}

function received(text: string): ReceivedMessage {
  return text.startsWith('<')
    ? { binding: 'document', samlResponse: text }
    : { binding: 'HTTP-POST', method: 'POST', fieldNames: ['SAMLResponse'], samlResponse: text };
}

function read(text: string, certificates: string, keys: readonly string[] = []): Promise<Partial<Evidence>> {
  const identityProvider = { signingCertificates: readCertificates(certificates) };
  return readEvidence(received(text), { identityProvider, decryptionKeys: keys });
}

const readCase = ({ file, idpCert, spKey }: CorpusCase) =>
  read(corpusPublic(file).trim(), corpusPublic(idpCert), spKey ? [corpusPublic(spKey)] : []);

// What a defect of the signature itself makes fail, as opposed to a defect of what is validly signed.
const OF_SIGNATURES = [
  'signature-present',
  'signature-covers-assertion',
  'signature-reference-sound',
  'digest-matches',
  'signature-verifies',
  'signing-certificate-published',
  'assertion-signed-when-required',
  'response-signed-when-required',
];

describe('The labelled cases', () => {
  itOverCorpus('to accept have only sound signatures, and an identity under them', async () => {
    const cases = corpusCases().filter(({ expect: label }) => label === 'accept');
    expect(cases.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const labelled of cases) {
      const evidence = await readCase(labelled);
      if (!isSound(evidence) || !readSignedAssertion(evidence)?.subject) wrong.push(labelled.id);
    }
    expect(wrong).toEqual([]);
  });

  itOverCorpus('to reject for their signature have none that is sound, or one too few', async () => {
    const cases = corpusCases().filter(
      ({ expect: label, checks, policy }) =>
        label === 'reject' && !policy && checks?.every((id) => OF_SIGNATURES.includes(id)),
    );
    expect(cases.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const labelled of cases) {
      const evidence = await readCase(labelled);
      if (readSignedAssertion(evidence)) wrong.push(`${labelled.id} ${labelled.reason}`);
    }
    expect(wrong).toEqual([]);
  });

  itOverCorpus('named as wrapping never yield the identity of an assertion nobody signed', async () => {
    const cases = corpusCases().filter(({ reason }) => /wrapping|cover|unexpected place|duplicate ID/.test(reason));
    expect(cases.length).toBeGreaterThan(20);
    for (const labelled of cases) {
      const evidence = await readCase(labelled);
      const signed = readSignedAssertion(evidence);
      if (signed) expect([labelled.id, isSound(evidence)]).toEqual([labelled.id, true]);
    }
  });

  itOverCorpus('never make the reader throw, and always leave the transport', async () => {
    for (const labelled of corpusCases()) expect((await readCase(labelled)).transport).toBeDefined();
  });
});

describe('Real messages of Entra', () => {
  itOverCorpus('verify with the certificate of the application’s metadata', async () => {
    const evidence = await read(corpusText('entra/ssoready/assertion.xml'), corpusText('entra/ssoready/metadata.xml'));
    expect(isSound(evidence)).toBe(true);
    expect(evidence.signatures?.map(({ on }) => on)).toEqual(['Assertion']);
    expect(readSignedAssertion(evidence)?.subject?.nameIds[0]?.value).toBe(
      evidence.assertion?.subject?.nameIds[0]?.value,
    );
  });

  itOverCorpus('verify with nothing but their own certificate when the metadata is the tenant’s', async () => {
    const posted = corpusText('entra/fusionauth/encodedResponse.txt').trim();
    const evidence = await read(posted, corpusText('entra/fusionauth/metadata.xml'));
    expect(evidence.signatures).toMatchObject([
      { on: 'Assertion', digest: 'matches', value: 'verifies-with-embedded-key', problems: [] },
    ]);
    expect(readSignedAssertion(evidence)).toBeUndefined();
    const own = evidence.signatures?.[0]?.embeddedCertificates[0]?.pem ?? '';
    const withOwn = await read(posted, own);
    expect(isSound(withOwn)).toBe(true);
    expect(readSignedAssertion(withOwn)?.subject?.nameIds[0]?.value).toContain('@');
  });

  itOverCorpus('that were spoilt or stripped are told apart', async () => {
    const metadata = corpusText('entra/fusionauth/metadata.xml');
    const bad = await read(corpusText('entra/fusionauth/encodedResponse-badSignature.txt').trim(), metadata);
    expect(bad.signatures?.[0]).toMatchObject({ value: 'fails' });
    const removed = await read(corpusText('entra/fusionauth/encodedResponse-signatureRemoved.txt').trim(), metadata);
    expect(removed.signatures).toEqual([]);
  });

  itOverCorpus(
    'that are no responses, metadata of 2019 and a bare assertion of 2017, verify with their own certificates',
    async () => {
      for (const file of ['coveo/azure.xml', 'identitymodel/ReferenceTokens.Saml2Token_Valid.xml']) {
        const text = corpusText(`entra/${file}`).trim();
        const evidence = await read(text, embeddedPem(text));
        expect([
          file,
          evidence.signatures?.map(({ digest, value, problems }) => [digest, value, problems.length]),
        ]).toEqual([file, [['matches', 'verifies', 0]]]);
      }
    },
  );

  itOverCorpus('that somebody pretty-printed or altered are told apart', async () => {
    const token = async (file: string) => {
      const text = corpusText(`entra/identitymodel/${file}`).trim();
      return (await read(text, embeddedPem(corpusText('entra/identitymodel/ReferenceTokens.Saml2Token_Valid.xml'))))
        .signatures?.[0];
    };
    const negative = (what: string) => token(`negative/ReferenceTokens.Saml2Token_${what}.xml`);
    const altered = await token('Saml2TokenFromAAD.xml');
    expect(altered).toMatchObject({ digest: 'differs', value: 'fails', valueWouldVerify: 'white-space-removed' });
    expect(altered?.digestWouldMatch).toBeUndefined();
    expect(await token('ReferenceTokens.Saml2Token_Valid_Spaces_Added.xml')).toMatchObject({
      digest: 'matches',
      value: 'verifies',
    });
    // The attribute that was tampered with is the ID.
    expect(await negative('AttributeTampered')).toMatchObject({
      value: 'verifies',
      problems: [{ kind: 'reference-dangling' }],
    });
    expect(await negative('DigestTampered')).toMatchObject({ digest: 'differs', value: 'fails' });
    expect(await negative('SignatureTampered')).toMatchObject({ digest: 'matches', value: 'fails' });
  });
});

function embeddedPem(xml: string): string {
  const base64 = /<(?:\w+:)?X509Certificate>([^<]+)/.exec(xml)?.[1] ?? '';
  return new X509Certificate(Buffer.from(base64, 'base64')).toString();
}

describe('Messages of IdPs run by us', () => {
  const captures = [
    'npm-idps/boxyhq',
    'npm-idps/samlp',
    'simplesamlphp-idp/post',
    'simplesamlphp-idp/assertion-signed-only',
    'simplesamlphp-idp/response-signed-only',
    'simplesamlphp-idp/redirect-both-signed',
    'simplesamlphp-idp/signed-request-required',
  ];

  itOverCorpus('verify with their metadata and carry the identity that was put in', async () => {
    for (const capture of captures) {
      const evidence = await read(
        corpusText(`captures/${capture}/SAMLResponse.b64`).trim(),
        corpusText(`captures/${capture}/idp-metadata.xml`),
      );
      const info = JSON.parse(corpusText(`captures/${capture}/info.json`));
      expect([capture, isSound(evidence)]).toEqual([capture, true]);
      expect([capture, readSignedAssertion(evidence)?.subject?.nameIds[0]?.value]).toEqual([capture, info.nameID]);
    }
  });
});
