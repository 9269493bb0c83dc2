import type { Fault } from '../../fault.js';
import { assertionVersion11 } from '../assertion-version-1-1.js';
import { attributeDefault } from '../attribute-default.js';
import { attributeTwice } from '../attribute-twice.js';
import { authnRequestInstead } from '../authn-request-instead.js';
import { bareAssertion } from '../bare-assertion.js';
import { cdataInNameId } from '../cdata-in-name-id.js';
import { commentInClaim } from '../comment-in-claim.js';
import { commentInNameId } from '../comment-in-name-id.js';
import { commentTruncatesNameId } from '../comment-truncates-name-id.js';
import { controlCharacter } from '../control-character.js';
import { documentType } from '../document-type.js';
import { duplicateId } from '../duplicate-id.js';
import { entityBomb } from '../entity-bomb.js';
import { entityInNameId } from '../entity-in-name-id.js';
import { externalEntity } from '../external-entity.js';
import { idBeginsWithDigit } from '../id-begins-with-digit.js';
import { idInLowerCase } from '../id-in-lower-case.js';
import { idInNamespace } from '../id-in-namespace.js';
import { idIsNoName } from '../id-is-no-name.js';
import { issueInstantWithoutZone } from '../issue-instant-without-zone.js';
import { logoutResponseInstead } from '../logout-response-instead.js';
import { processingInstructionInNameId } from '../processing-instruction-in-name-id.js';
import { relativeNamespace } from '../relative-namespace.js';
import { responseInForeignNamespace } from '../response-in-foreign-namespace.js';
import { responseVersion11 } from '../response-version-1-1.js';
import { responseWithoutId } from '../response-without-id.js';
import { saml11Response } from '../saml-1-1-response.js';
import { secondRoot } from '../second-root.js';
import { textAfterRoot } from '../text-after-root.js';
import { truncatedXml } from '../truncated-xml.js';
import { unknownElement } from '../unknown-element.js';
import { wrongEncodingDeclared } from '../wrong-encoding-declared.js';
import { wsFederationWrapper } from '../ws-federation-wrapper.js';

export const xmlFaults: readonly Fault[] = [
  truncatedXml,
  textAfterRoot,
  secondRoot,
  attributeTwice,
  controlCharacter,
  wrongEncodingDeclared,
  documentType,
  entityInNameId,
  entityBomb,
  externalEntity,
  attributeDefault,
  bareAssertion,
  authnRequestInstead,
  logoutResponseInstead,
  responseInForeignNamespace,
  saml11Response,
  wsFederationWrapper,
  responseVersion11,
  assertionVersion11,
  responseWithoutId,
  idIsNoName,
  idBeginsWithDigit,
  issueInstantWithoutZone,
  unknownElement,
  relativeNamespace,
  duplicateId,
  idInLowerCase,
  idInNamespace,
  commentInNameId,
  commentTruncatesNameId,
  commentInClaim,
  processingInstructionInNameId,
  cdataInNameId,
];
