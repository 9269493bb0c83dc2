import type { XmlLimits } from './xml.js';

/** A document of one entity has 15 KiB; that of a federation with a hundred entities still fits. */
export const METADATA_LIMITS: XmlLimits = {
  maxBytes: 2 * 1024 * 1024,
  maxElements: 50_000,
  maxDepth: 32,
  maxAttributes: 64,
};
