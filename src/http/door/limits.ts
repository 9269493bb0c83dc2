import { DEFAULT_XML_LIMITS } from '../../saml/read-xml.js';
import type { XmlLimits } from '../../saml/xml.js';

/** How much of everything is taken. Beyond it there is an answer that says so, never a crash. */
export interface Limits {
  /** Of a form that is posted to the service provider or the stand-in, bytes. */
  readonly bodyBytes: number;
  /** Of a message once it is decoded, decompressed or decrypted. */
  readonly message: XmlLimits;
  /** From one address; `undefined` where the default holds, which passes over this machine's own requests. */
  readonly requestsPerMinute?: number;
  /** Messages that are judged and stored at one time. */
  readonly postsAtOnce: number;
  /** Messages that wait for their turn; whoever comes after them is told to come again. */
  readonly postsWaiting: number;
}

/** The limits as settings, each with its default. */
export interface LimitSettings {
  /** Default 262,144. */
  readonly maxBodyBytes?: number;
  /** Of the decoded, decompressed or decrypted message; default: as `maxBodyBytes`. */
  readonly maxMessageBytes?: number;
  /** Default 3,000. */
  readonly maxElements?: number;
  /** Default 32. */
  readonly maxDepth?: number;
  /** Attributes and namespace declarations of one element; default 64. */
  readonly maxAttributes?: number;
  /** From one address; default 6,000, without those of this machine itself. Given, it holds for everybody; 0: no limit. */
  readonly maxRequestsPerMinute?: number;
  /** Default 32. */
  readonly maxPostsAtOnce?: number;
  /** Default 512. */
  readonly maxPostsWaiting?: number;
}

export function limitsOf(settings: LimitSettings): Limits {
  const { maxBodyBytes = DEFAULT_XML_LIMITS.maxBytes, maxPostsAtOnce = 32, maxPostsWaiting = 512 } = settings;
  const { maxMessageBytes = maxBodyBytes, maxRequestsPerMinute } = settings;
  return {
    bodyBytes: maxBodyBytes,
    message: {
      maxBytes: maxMessageBytes,
      maxElements: settings.maxElements ?? DEFAULT_XML_LIMITS.maxElements,
      maxDepth: settings.maxDepth ?? DEFAULT_XML_LIMITS.maxDepth,
      maxAttributes: settings.maxAttributes ?? DEFAULT_XML_LIMITS.maxAttributes,
    },
    ...(maxRequestsPerMinute !== undefined && { requestsPerMinute: maxRequestsPerMinute }),
    postsAtOnce: maxPostsAtOnce,
    postsWaiting: maxPostsWaiting,
  };
}
