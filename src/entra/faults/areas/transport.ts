import type { Fault } from '../../fault.js';
import { brokenUtf8 } from '../broken-utf-8.js';
import { deflated } from '../deflated.js';
import { emptyPost } from '../empty-post.js';
import { emptyValue } from '../empty-value.js';
import { garbageInBase64 } from '../garbage-in-base64.js';
import { oversized } from '../oversized.js';
import { plusBecomesSpace } from '../plus-becomes-space.js';
import { rawXml } from '../raw-xml.js';
import { requestField } from '../request-field.js';
import { sentAsPlainText } from '../sent-as-plain-text.js';
import { sentByGet } from '../sent-by-get.js';
import { sentTwice } from '../sent-twice.js';
import { tooDeep } from '../too-deep.js';
import { tooManyAttributes } from '../too-many-attributes.js';
import { tooManyElements } from '../too-many-elements.js';
import { truncatedBase64 } from '../truncated-base64.js';
import { urlEncodedTwice } from '../url-encoded-twice.js';
import { urlSafeBase64 } from '../url-safe-base64.js';
import { utf16 } from '../utf-16.js';
import { wrongFieldName } from '../wrong-field-name.js';

export const transportFaults: readonly Fault[] = [
  emptyPost,
  emptyValue,
  wrongFieldName,
  requestField,
  sentTwice,
  sentByGet,
  sentAsPlainText,
  rawXml,
  plusBecomesSpace,
  urlEncodedTwice,
  urlSafeBase64,
  garbageInBase64,
  truncatedBase64,
  deflated,
  utf16,
  brokenUtf8,
  oversized,
  tooManyElements,
  tooDeep,
  tooManyAttributes,
];
