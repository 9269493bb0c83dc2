import type { z } from 'zod';
import { HarnessError } from '../../errors.js';

/** @throws HarnessError `REQUEST_INVALID` that names every fault of the body with its path. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new HarnessError(
    'REQUEST_INVALID',
    parsed.error.issues
      .map(({ path, message }) => `${path.length > 0 ? path.join('.') : 'body'}: ${message}`)
      .join('; '),
    'Send JSON as GET /api/v1/openapi.json describes it.',
  );
}
