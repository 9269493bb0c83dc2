// @ts-check
/**
 * Runs in a worker thread: asks node-saml, through passport-saml as most service providers use it, what it says of one response.
 * Plain JavaScript because a worker loads it as it is, from the sources and from the build alike.
 */
import { parentPort } from 'node:worker_threads';
import { SAML, Strategy } from '@node-saml/passport-saml';

/** node-saml reads the machine's clock; this puts the login's own instant in its place. */
class ClockedSaml extends SAML {
  /**
   * @param {import('@node-saml/passport-saml').SamlConfig} options
   * @param {number} at Unix milliseconds.
   */
  constructor(options, at) {
    super(options);
    this.at = at;
  }

  /**
   * @override
   * @param {number} _nowMs
   * @param {string} notBefore
   * @param {string} notOnOrAfter
   * @param {number} [maxTimeLimitMs]
   */
  checkTimestampsValidityError(_nowMs, notBefore, notOnOrAfter, maxTimeLimitMs) {
    return super.checkTimestampsValidityError(this.at, notBefore, notOnOrAfter, maxTimeLimitMs);
  }
}

/**
 * @param {import('./second-opinion.js').SecondOpinionQuestion} question
 * @returns {Promise<import('./second-opinion.js').SecondOpinionAnswer>}
 */
async function answer(question) {
  const pending = question.requestId;
  /** @type {import('@node-saml/passport-saml').PassportSamlConfig} */
  const options = {
    callbackUrl: question.assertionConsumerServiceUrl ?? 'http://localhost/login/saml',
    entryPoint: 'http://localhost/saml2',
    issuer: question.entityId ?? 'unknown',
    idpCert: [...question.signingCertificates],
    ...(question.identityProviderEntityId === undefined ? {} : { idpIssuer: question.identityProviderEntityId }),
    audience: question.entityId ?? false,
    acceptedClockSkewMs: question.clockSkewMs,
    wantAssertionsSigned: false,
    wantAuthnResponseSigned: false,
    ...(question.decryptionKeys[0] === undefined ? {} : { decryptionPvk: question.decryptionKeys[0] }),
    validateInResponseTo: /** @type {any} */ (pending === undefined ? 'never' : 'ifPresent'),
    cacheProvider: {
      saveAsync: async () => null,
      // The age of the request is our own check; here it only matters that the request is known.
      getAsync: async (key) => (key === pending ? new Date().toISOString() : null),
      removeAsync: async () => null,
    },
  };
  /** @type {import('@node-saml/passport-saml').VerifyWithoutRequest} */
  const verify = (_profile, done) => done(null, { accepted: true });
  const strategy = new Strategy(options, verify, verify);
  strategy._saml = new ClockedSaml(options, question.at);
  const request = { body: { SAMLResponse: question.samlResponse }, query: {} };
  return new Promise((resolve) => {
    Object.assign(strategy, {
      success: () => resolve({ accepted: true }),
      fail: (/** @type {unknown} */ challenge) => resolve({ accepted: false, reason: words(challenge) }),
      error: (/** @type {unknown} */ error) => resolve({ accepted: false, reason: words(error) }),
      pass: () => resolve({ accepted: false, reason: 'node-saml saw no login in it.' }),
      redirect: () =>
        resolve({ accepted: false, reason: 'node-saml saw no response in it and would start a new login.' }),
    });
    strategy.authenticate(/** @type {any} */ (request), /** @type {any} */ ({}));
  });
}

/** @param {unknown} reason */
const words = (reason) =>
  (reason instanceof Error ? reason.message : String(reason ?? 'no reason given')).slice(0, 500);

parentPort?.on(
  'message',
  async (
    /** @type {{ id: number, question: import('./second-opinion.js').SecondOpinionQuestion }} */ { id, question },
  ) => {
    let result;
    try {
      result = await answer(question);
    } catch (error) {
      result = { accepted: false, reason: words(error) };
    }
    parentPort?.postMessage({ id, result });
  },
);

// The library is loaded: from here on the time of an answer counts.
parentPort?.postMessage({ ready: true });
