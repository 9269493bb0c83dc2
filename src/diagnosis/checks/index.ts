/** Every check, in the order an administrator should read them. */

import type { CheckDefinition } from '../check.js';
import { idsUnique } from './ids-unique.js';
import { messageDecodes } from './message-decodes.js';
import { messagePresent } from './message-present.js';
import { messageSizeAcceptable } from './message-size-acceptable.js';
import { noCommentsInValues } from './no-comments-in-values.js';
import { noDocumentType } from './no-document-type.js';
import { rootIsResponse } from './root-is-response.js';
import { structureAsInSchema } from './structure-as-in-schema.js';
import { versionIs20 } from './version-is-2-0.js';
import { xmlWellFormed } from './xml-well-formed.js';

export const checks: readonly CheckDefinition[] = [
  messagePresent,
  messageDecodes,
  messageSizeAcceptable,
  xmlWellFormed,
  noDocumentType,
  rootIsResponse,
  versionIs20,
  structureAsInSchema,
  idsUnique,
  noCommentsInValues,
];
