/** The contract's schema. Loaded only to read a contract file or to publish the JSON Schema: zod is not small. */

import { z } from 'zod';

const pattern = z.string().refine(isExpression, { message: 'not a regular expression' });
const count = z.int().min(0);
const texts = z.array(z.string());

const claimTerms = z.strictObject({
  required: z.boolean().optional(),
  count: count.optional(),
  min: count.optional(),
  max: count.optional(),
  maxItems: count.optional(),
  equals: z.union([z.string(), texts]).optional(),
  includes: texts.optional(),
  excludes: texts.optional(),
  oneOf: texts.optional(),
  pattern: pattern.optional(),
});

export const contractSchema = z.strictObject({
  nameId: z
    .strictObject({
      format: z.string().optional(),
      pattern: pattern.optional(),
      equals: z.string().optional(),
      equalsClaim: z.string().optional(),
    })
    .optional(),
  claims: z.record(z.string(), z.union([z.enum(['required', 'optional', 'forbidden']), claimTerms])).optional(),
  forbid: texts.optional(),
  signature: z
    .strictObject({
      algorithms: texts.optional(),
      digests: texts.optional(),
      covers: z.array(z.enum(['assertion', 'response'])).optional(),
    })
    .optional(),
});

/** JSON Schema (2020-12) of a contract, for editors. */
export function contractJsonSchema(): object {
  return { title: 'saml-rehearsal claim contract', ...z.toJSONSchema(contractSchema) };
}

function isExpression(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
