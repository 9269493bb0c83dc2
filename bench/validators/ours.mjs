// @ts-check
/** Every check of ours, without second opinion, the metadata given as XML every time, as a user of the library would. */

// What is published; the types are those of the sources.
const bundle = new URL('../../dist/bundle/index.mjs', import.meta.url).href;
/** @type {typeof import('../../src/index.js')} */
const { diagnose } = await import(bundle);

/** @param {import('../documents.mjs').Settings} settings */
export function create({ entityId, acs, metadata, spKey }) {
  const options = {
    serviceProvider: { entityId, assertionConsumerServiceUrl: acs, decryptionKey: spKey },
    identityProvider: { metadata },
    secondOpinion: false,
  };
  return async (/** @type {string} */ samlResponse) => (await diagnose(samlResponse, options)).accepted;
}
