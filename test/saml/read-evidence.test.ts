/** One message, read as far as it can be read: what could not be read is absent, and nothing is ever thrown. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence, ReceivedMessage } from '../../src/saml/evidence.js';
import { readEvidence } from '../../src/saml/read-evidence.js';
import { readSignedAssertion } from '../../src/saml/signed-assertion.js';
import { anIdentityProvider, aResponse, NAME_ID } from '../a-response.js';
import { anyText } from '../any-text.js';
import { evidenceOf } from './read-message.js';

const keys = { identityProvider: anIdentityProvider(), decryptionKeys: [] };
const pieces = (evidence: Partial<Evidence>) => Object.keys(evidence).sort();

describe('The evidence of a message', () => {
  it('that is good holds every piece but an encryption', async () => {
    expect(pieces(await evidenceOf(aResponse().xml))).toEqual([
      'assertion',
      'assertionDocument',
      'document',
      'response',
      'signatures',
      'text',
      'transport',
      'trust',
      'xml',
    ]);
  });

  it('that was not decoded holds only the transport and who is trusted', async () => {
    const evidence = await readEvidence({ binding: 'HTTP-POST', samlResponse: '%' }, keys);
    expect(pieces(evidence)).toEqual(['transport', 'trust']);
  });

  it('that is not XML holds its text and says where reading ended', async () => {
    const { xml: good } = aResponse();
    const evidence = await evidenceOf(good.slice(0, good.indexOf('</Subject>')));
    expect(pieces(evidence)).toEqual(['text', 'transport', 'trust', 'xml']);
    expect(evidence.xml?.failure).toMatchObject({
      problem: {
        reason: 'not-well-formed',
        message: 'The element <Subject> is never closed; the message seems to be cut off.',
      },
      at: { line: 1, path: '/samlp:Response/Assertion/Subject' },
    });
  });

  it('that is not a response holds its document and its signatures', async () => {
    const [assertion = ''] = /<Assertion .*<\/Assertion>/s.exec(aResponse().xml) ?? [];
    const evidence = await evidenceOf(assertion);
    expect(pieces(evidence)).toEqual(['document', 'signatures', 'text', 'transport', 'trust', 'xml']);
    expect(evidence.signatures).toMatchObject([{ on: 'elsewhere', digest: 'matches', value: 'verifies' }]);
  });

  it('without an assertion has none', async () => {
    const evidence = await evidenceOf(
      aResponse({ sign: 'none', after: (xml) => xml.replace(/<Assertion .*<\/Assertion>/s, '') }).xml,
    );
    expect(evidence).not.toHaveProperty('assertion');
    expect(evidence.signatures).toEqual([]);
  });

  it('with two assertions is judged by the first', async () => {
    const after = (xml: string) =>
      xml.replace('<Assertion ', '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_first"/><Assertion ');
    const evidence = await evidenceOf(aResponse({ after }).xml);
    expect(evidence.assertion?.id).toBe('_first');
    expect(evidence.signatures).toMatchObject([{ on: 'elsewhere', digest: 'matches' }]);
  });

  it('does not know whom to trust when no certificate is published', async () => {
    expect(await evidenceOf(aResponse().xml, [])).not.toHaveProperty('trust');
  });
});

describe('Whatever arrives', () => {
  const received = (samlResponse: string, binding: ReceivedMessage['binding'] = 'HTTP-POST'): ReceivedMessage => ({
    binding,
    method: 'POST',
    samlResponse,
  });
  const numRuns = Number(process.env['FUZZ_RUNS'] ?? 300);
  const good = [aResponse({ sign: 'both' }).xml, aResponse().xml];

  it('never makes reading throw: any text, any binding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyText, fc.base64String()),
        fc.constantFrom('HTTP-POST', 'HTTP-Redirect', 'document'),
        async (text, binding) => {
          expect(
            (await readEvidence(received(text, binding as ReceivedMessage['binding']), keys)).transport,
          ).toBeDefined();
        },
      ),
      { numRuns },
    );
  });

  it('never makes reading throw, nor yields another identity: a good message with bytes changed', async () => {
    let believed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(
          fc.tuple(
            fc.oneof(fc.nat(), { weight: 3, arbitrary: fc.nat(300) }),
            fc.oneof(fc.nat(255), { weight: 2, arbitrary: fc.integer({ min: 0x30, max: 0x39 }) }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        async (xml, changes) => {
          const bytes = Buffer.from(xml);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const evidence = await readEvidence(received(bytes.toString('base64')), keys);
          const identity = readSignedAssertion(evidence)?.subject?.nameIds[0]?.value;
          expect([undefined, NAME_ID]).toContain(identity);
          if (identity) believed++;
        },
      ),
      { numRuns },
    );
    expect(believed).toBeGreaterThan(2);
  });

  it('never makes reading throw, nor yields another identity: a good message with markup moved, doubled, dropped or put in', async () => {
    let believed = 0;
    const tokens = good.map((xml) => xml.split(/(?=<)|(?<=>)/));
    // Anywhere, and more often in what comes first, which the assertion's signature does not cover.
    const place = fc.oneof(fc.nat(), { weight: 3, arbitrary: fc.nat(8) });
    const inserts = [
      '<!-- -->',
      '<?p x?>',
      '<![CDATA[x]]>',
      '<x/>',
      '<!DOCTYPE x>',
      '&amp;',
      'evil@x',
      '<Assertion/>',
      '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_f"><Subject><NameID>evil@x</NameID></Subject></Assertion>',
      '&#13;',
      ' xmlns="urn:x"',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tokens),
        fc.array(
          fc.record({
            what: fc.constantFrom('drop', 'double', 'swap', 'insert', 'insert'),
            at: place,
            to: place,
            text: fc.constantFrom(...inserts),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        async (original, edits) => {
          const edited = [...original];
          for (const { what, at, to, text } of edits) {
            const index = at % edited.length;
            const token = edited[index] ?? '';
            if (what === 'drop') edited.splice(index, 1);
            else if (what === 'double') edited.splice(to % edited.length, 0, token);
            else if (what === 'insert') edited.splice(index, 0, text);
            else [edited[index], edited[to % edited.length]] = [edited[to % edited.length] ?? '', token];
          }
          const evidence = await evidenceOf(edited.join(''));
          const identity = readSignedAssertion(evidence)?.subject?.nameIds[0]?.value;
          expect([undefined, NAME_ID]).toContain(identity);
          if (identity) believed++;
        },
      ),
      { numRuns },
    );
    expect(believed).toBeGreaterThan(2);
  });
});
