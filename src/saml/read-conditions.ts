import { instantAttribute } from './instant.js';
import { NS } from './names.js';
import { present } from './present.js';
import type { AudienceRestriction, Conditions } from './types.js';
import { child, childElements, children, hasName, textPiece } from './walk.js';
import type { XmlElement } from './xml.js';

const KNOWN = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

/** Reads a Conditions element (SAML core 2.5.1). */
export function readConditions(element: XmlElement): Conditions {
  return present({
    element,
    notBefore: instantAttribute(element, 'NotBefore'),
    notOnOrAfter: instantAttribute(element, 'NotOnOrAfter'),
    audienceRestrictions: children(element, NS.assertion, 'AudienceRestriction').map(readAudienceRestriction),
    oneTimeUse: child(element, NS.assertion, 'OneTimeUse') !== undefined,
    proxyRestriction: child(element, NS.assertion, 'ProxyRestriction') !== undefined,
    unknown: childElements(element).filter(
      (condition) => !KNOWN.some((name) => hasName(condition, NS.assertion, name)),
    ),
  });
}

function readAudienceRestriction(element: XmlElement): AudienceRestriction {
  return { element, audiences: children(element, NS.assertion, 'Audience').map(textPiece) };
}
