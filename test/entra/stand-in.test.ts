import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../src/entra/sign-in-question.js';
import type { Answer } from '../../src/entra/stand-in.js';
import { type DecodedRedirect, decodeRedirect, encodeRedirect } from '../../src/saml/bindings.js';
import { signElement } from '../../src/saml/sign.js';
import { anEntraSite, aRequest } from '../http/entra/an-entra-site.js';
import { testKey } from '../keys.js';

const B_SIMON = 'B.Simon@contoso.com';

type Site = Parameters<typeof anEntraSite>[0];
type SpInitiated = Partial<Extract<Question, { kind: 'sp-initiated' }>>;

function answerTo(requestXml: string, question: SpInitiated = {}, site: Site = {}) {
  const { entra } = anEntraSite(site);
  return entra.answer({ kind: 'sp-initiated', user: B_SIMON, requestXml, ...question });
}

/** The error page's text, or what came in its place. */
const textOf = (answer: Answer) => (answer.kind === 'refused' ? answer.text : answer.kind);
const xmlOf = (answer: Answer) => (answer.kind === 'post' ? answer.responseXml : textOf(answer));

describe('When Entra starts the login', () => {
  it('it answers nothing that was asked, and takes the Relay State along', async () => {
    const { entra } = anEntraSite({ application: { relayState: 'mail' } });
    const answer = await entra.answer({ kind: 'idp-initiated', user: B_SIMON });
    expect(xmlOf(answer)).toContain('Destination="http://localhost:7010/login/saml"');
    expect(xmlOf(answer)).not.toContain('InResponseTo');
    expect(answer).toMatchObject({
      fields: [
        ['SAMLResponse', expect.anything()],
        ['RelayState', 'mail'],
      ],
    });
  });

  it('it opens the Sign on URL when there is one', async () => {
    const { entra } = anEntraSite({ application: { signOnUrl: 'http://localhost:7010/login/saml' } });
    const answer = await entra.answer({ kind: 'idp-initiated', user: B_SIMON });
    expect(answer).toEqual({ kind: 'open', url: 'http://localhost:7010/login/saml' });
    expect(entra.launch()).toEqual(answer);
  });

  it('it cannot when requests have to be signed', async () => {
    const { entra } = anEntraSite({ application: { requireVerificationCertificates: true } });
    expect(textOf(await entra.answer({ kind: 'idp-initiated', user: B_SIMON }))).toBe(
      'AADSTS76021: The request sent by client is not signed while the application requires signed requests',
    );
  });
});

describe('A request', () => {
  it('may ask for a silent sign-in, which wants a session', async () => {
    const passive = aRequest({ isPassive: true });
    expect(textOf(await answerTo(passive))).toBe(
      'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
    );
    const session = { method: 'password', authenticatedAt: new Date('2026-03-01T08:00:00Z') } as const;
    expect(xmlOf(await answerTo(passive, { session }))).toContain('AuthnInstant="2026-03-01T08:00:00.000Z"');
  });

  it('may force a new sign-in, whatever session there is', async () => {
    const session = { method: 'windows-integrated', authenticatedAt: new Date('2026-03-01T08:00:00Z') } as const;
    const forced = xmlOf(await answerTo(aRequest({ forceAuthn: true }), { session }));
    expect(forced).not.toContain('AuthnInstant="2026-03-01T08:00:00.000Z"');
    expect(forced).toContain('authenticationmethod/password');
  });

  it('may address the application by its GUID, which then stands in for the Issuer', async () => {
    const { entra } = anEntraSite();
    const ask = (target: string) =>
      entra.answer({ kind: 'sp-initiated', user: B_SIMON, requestXml: aRequest({ issuer: 'anything' }), target });
    const { applicationId } = entra.application;
    expect(xmlOf(await ask(applicationId))).toContain(`<Audience>spn:${applicationId}</Audience>`);
    expect(textOf(await ask(applicationId.replace(/^./, '0')))).toContain('AADSTS700016: Application with identifier');
    entra.updateApplication({ requireVerificationCertificates: true });
    expect(textOf(await ask(applicationId))).toContain('AADSTS76021');
  });
});

describe('With "Require verification certificates"', () => {
  const { privateKeyPem, certificatePem } = testKey('sp');
  const site = { application: { requireVerificationCertificates: true, verificationCertificates: [certificatePem] } };
  const byRedirect = (key = privateKeyPem, change = (query: string) => query): DecodedRedirect => {
    const query = encodeRedirect({ xml: aRequest(), parameter: 'SAMLRequest', sign: { privateKeyPem: key } });
    const { message } = decodeRedirect(change(query));
    if (!message) throw new Error('not decoded');
    return message;
  };

  it('a request signed in its query is answered, an unsigned one is not', async () => {
    expect((await answerTo(aRequest(), { redirect: byRedirect() }, site)).kind).toBe('post');
    const unsigned = byRedirect(privateKeyPem, (query) => query.replace(/&SigAlg=.*/, ''));
    expect(textOf(await answerTo(aRequest(), { redirect: unsigned }, site))).toBe(
      'AADSTS76021: The request sent by client is not signed while the application requires signed requests',
    );
  });

  it('the key has to be known, and the algorithm RSA-SHA256', async () => {
    const foreign = { redirect: byRedirect(testKey('other-sp').privateKeyPem) };
    expect(textOf(await answerTo(aRequest(), foreign, site))).toContain('does not verify with any trusted key');
    const none = { application: { requireVerificationCertificates: true } };
    expect(textOf(await answerTo(aRequest(), { redirect: byRedirect() }, none))).toContain(
      'The application has no verification certificate.',
    );
  });

  it('a request by HTTP-POST is signed in its XML, also with RSA-SHA1 where that is allowed', async () => {
    const signed = (signatureMethod?: string) =>
      signElement(aRequest(), {
        elementId: '_request-1',
        privateKeyPem,
        certificatePem,
        ...(signatureMethod !== undefined && { signatureMethod }),
      });
    expect((await answerTo(signed(), {}, site)).kind).toBe('post');
    const sha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
    expect(textOf(await answerTo(signed(sha1), {}, site))).toContain('requests are signed with RSA-SHA256');
    const allowing = { application: { ...site.application, allowRsaSha1: true } };
    expect((await answerTo(signed(sha1), {}, allowing)).kind).toBe('post');
    expect(textOf(await answerTo(signed().replace('_request-1"', '_request-2"'), {}, site))).toContain('AADSTS76021');
  });
});

describe('Without it', () => {
  it('signatures of requests are not looked at', async () => {
    const signed = signElement(aRequest(), { elementId: '_request-1', ...testKey('rogue') });
    expect((await answerTo(signed)).kind).toBe('post');
  });
});

describe('Behind the switch for status Responses', () => {
  const site = { application: { answersErrorsWithResponses: true } };

  it('a refusal goes to the service provider, unsigned and without a Destination', async () => {
    const xml = xmlOf(await answerTo(aRequest({ isPassive: true }), { relayState: 'r' }, site));
    expect(xml).toContain('InResponseTo="_request-1"');
    expect(xml).toContain(
      '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/></samlp:StatusCode>',
    );
    expect(xml).toMatch(
      /<samlp:StatusMessage>AADSTS50058: .* Trace ID: \S+ Correlation ID: \S+ Timestamp: 2026-03-02 09:15:05Z</,
    );
    expect(xml).not.toMatch(/Destination|<Signature|<Assertion/);
  });

  it('but never to an address that is not registered', async () => {
    const xml = aRequest({ assertionConsumerServiceUrl: 'https://elsewhere.example/acs' });
    expect(textOf(await answerTo(xml, {}, site))).toContain('AADSTS50011');
  });
});

describe('What can be kept', () => {
  it('a seed makes the same response twice, byte for byte', async () => {
    const once = async (seed: string) => xmlOf(await answerTo(aRequest(), { seed, faults: ['audience-spn'] }));
    expect(await once('a')).toBe(await once('a'));
    expect(await once('a')).not.toBe(await once('b'));
  });

  it('a snapshot brings everything back, and each change is announced', async () => {
    let changes = 0;
    const changed = () => {
      changes++;
    };
    const { entra } = anEntraSite({ changed });
    entra.addUser({ userPrincipalName: 'Grady.Archie@contoso.com', mail: 'grady@contoso.com' });
    entra.assign('Grady.Archie@contoso.com');
    entra.unassign(B_SIMON);
    entra.updateApplication({ relayState: 'mail', signingOption: 'Sign SAML response' });
    await entra.certificates.create();
    expect(changes).toBe(5);
    const snapshot = JSON.parse(JSON.stringify(entra.snapshot()));
    const again = anEntraSite({ snapshot }).entra;
    expect(again.snapshot()).toEqual(entra.snapshot());
    expect((await again.certificates.list()).map(({ isActive }) => isActive)).toEqual([true, false]);
    expect(textOf(await again.answer({ kind: 'idp-initiated', user: B_SIMON }))).toContain('AADSTS50105');
    expect(xmlOf(await again.answer({ kind: 'idp-initiated', user: 'grady.archie@contoso.com' }))).toContain(
      'Grady.Archie@contoso.com</NameID>',
    );
    expect(JSON.stringify(snapshot)).not.toContain('PRIVATE KEY');
  });

  it('keeps of the application only what was changed, so that a start on another port has its own addresses', () => {
    const { entra } = anEntraSite({ application: { signOnUrl: 'http://localhost:7010/login/saml' } });
    entra.updateApplication({ signOnUrl: null, assignmentRequired: false });
    const snapshot = entra.snapshot();
    expect(snapshot.application).toEqual({ signOnUrl: null, assignmentRequired: false });
    const replyUrls = ['http://localhost:9999/login/saml'];
    const again = anEntraSite({
      snapshot,
      application: { replyUrls, signOnUrl: 'http://localhost:9999/login/saml' },
    }).entra;
    expect(again.application).toMatchObject({ replyUrls, assignmentRequired: false });
    expect(again.application).not.toHaveProperty('signOnUrl');
  });

  it('a fault nobody knows is refused before any login', () => {
    const { entra } = anEntraSite();
    expect(() => entra.enqueue({ faults: ['nope'] })).toThrow('There is no fault "nope".');
    expect(() => entra.setFaults({ faults: ['nope'], times: 1 })).toThrow('There is no fault "nope".');
  });
});
