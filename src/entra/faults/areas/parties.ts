import type { Fault } from '../../fault.js';
import { audienceApplicationId } from '../audience-application-id.js';
import { audienceOtherCase } from '../audience-other-case.js';
import { audienceOtherRegion } from '../audience-other-region.js';
import { audienceReplyUrl } from '../audience-reply-url.js';
import { audienceSpn } from '../audience-spn.js';
import { audienceWildcard } from '../audience-wildcard.js';
import { audienceWithSlash } from '../audience-with-slash.js';
import { destinationEmpty } from '../destination-empty.js';
import { destinationOtherPath } from '../destination-other-path.js';
import { destinationOtherScheme } from '../destination-other-scheme.js';
import { destinationWithSlash } from '../destination-with-slash.js';
import { issuerWithoutSlash } from '../issuer-without-slash.js';
import { noAssertionIssuer } from '../no-assertion-issuer.js';
import { noAudience } from '../no-audience.js';
import { noRecipient } from '../no-recipient.js';
import { secondAudienceRestriction } from '../second-audience-restriction.js';
import { wrongAssertionIssuer } from '../wrong-assertion-issuer.js';
import { wrongAudience } from '../wrong-audience.js';
import { wrongDestination } from '../wrong-destination.js';
import { wrongRecipient } from '../wrong-recipient.js';
import { wrongResponseIssuer } from '../wrong-response-issuer.js';
import { wrongTenant } from '../wrong-tenant.js';

export const partiesFaults: readonly Fault[] = [
  wrongResponseIssuer,
  wrongAssertionIssuer,
  noAssertionIssuer,
  wrongTenant,
  issuerWithoutSlash,
  wrongDestination,
  destinationEmpty,
  destinationOtherScheme,
  destinationWithSlash,
  destinationOtherPath,
  wrongRecipient,
  noRecipient,
  noAudience,
  wrongAudience,
  audienceSpn,
  audienceApplicationId,
  audienceReplyUrl,
  audienceOtherRegion,
  audienceOtherCase,
  audienceWithSlash,
  audienceWildcard,
  secondAudienceRestriction,
];
