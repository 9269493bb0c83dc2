import { lookAtMessage } from '../logins/look-at.js';
import { secondOpinionOn } from '../logins/recorded-opinion.js';
import { present } from '../saml/present.js';
import type { InspectorDeps } from './inspector/deps.js';
import { redactionOf } from './inspector/redaction-of.js';
import type { ServiceProvider } from './service-provider.js';

/** The service provider as the inspector sees it. */
export function inspectorDeps(sp: ServiceProvider): InspectorDeps {
  const decryptionKeys = async () => (await sp.settings()).decryptionKeys;
  return {
    logins: sp.memory.logins,
    clock: sp.clock,
    site: sp.site,
    setup: sp.setup,
    decryptionKeys,
    ...present({ messageLimits: sp.messageLimits }),
    async judge(message, at, request) {
      const now = sp.clock.now();
      const look = { at: at === 'now' ? now : at, now, ...present({ request, limits: sp.messageLimits }) };
      return lookAtMessage(await sp.settings(), sp.directory, message, look);
    },
    redaction: (login) => redactionOf(login, sp.random.bytes(32)),
    secondOpinion: async (login) => secondOpinionOn(sp.secondOpinion, login, await decryptionKeys(), sp.messageLimits),
  };
}
