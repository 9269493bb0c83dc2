/** From sightings to messages: what each is, which are the same, which request a response answers. */

import type { ReceivedMessage } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import type { ImportedMessage, Sighting } from './imported-message.js';
import { kindOf, looksLikeXml, peekRoot, peekText } from './peek.js';

const MAX_MESSAGES = 1000;

export function recognise(sightings: readonly Sighting[]): ImportedMessage[] {
  const messages = onceEach(sightings).slice(0, MAX_MESSAGES).map(lookInto);
  const requests = new Map(messages.filter(isAnswerable).map((message) => [message.id, message]));
  return messages.map((message) => {
    const request = message.inResponseTo === undefined ? undefined : requests.get(message.inResponseTo);
    return request && request !== message ? { ...message, request } : message;
  });
}

/** A message shown in a page and then posted is one message; what is known of the page (its date) is kept. */
function onceEach(sightings: readonly Sighting[]): Sighting[] {
  const arrived = new Set(sightings.filter((sighting) => !sighting.onItsWay).map((s) => s.received.samlResponse));
  const dates = new Map(
    sightings.filter((s) => s.onItsWay && s.httpDate !== undefined).map((s) => [s.received.samlResponse, s.httpDate]),
  );
  return sightings
    .filter((sighting) => !sighting.onItsWay || !arrived.has(sighting.received.samlResponse))
    .map((sighting) => {
      const httpDate = sighting.httpDate ?? dates.get(sighting.received.samlResponse);
      return httpDate === undefined ? sighting : { ...sighting, httpDate };
    });
}

function lookInto(sighting: Sighting): ImportedMessage {
  const { onItsWay: _onItsWay, repairs = [], notes = [], ...rest } = sighting;
  const value = sighting.received.samlResponse ?? '';
  const xml = looksLikeXml(value) ? value : peekText(value)?.text;
  const root = xml === undefined ? undefined : peekRoot(xml);
  return present({
    ...rest,
    received: asReceiverSees(sighting.received),
    repairs,
    notes,
    kind: kindOf(root),
    xml,
    root: root?.name,
    id: root?.id,
    inResponseTo: root?.inResponseTo,
  });
}

/** A service provider reads the field SAMLResponse and no other. */
function asReceiverSees(received: ReceivedMessage): ReceivedMessage {
  if (received.binding === 'document' || !received.fieldNames || received.fieldNames.includes('SAMLResponse'))
    return received;
  const { samlResponse: _other, ...rest } = received;
  return rest;
}

function isAnswerable(message: ImportedMessage): boolean {
  return message.id !== undefined && (message.kind === 'request' || message.root?.endsWith('LogoutRequest') === true);
}
