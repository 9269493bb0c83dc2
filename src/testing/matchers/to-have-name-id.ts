import type { MatcherResult } from '../matcher-result.js';
import { loginWithClaims } from '../subject.js';

/**
 * The NameID under a trusted signature has this value and, if given, this format (the full URN or its last segment,
 * e.g. `emailAddress`). A value that no trusted signature covers never matches.
 */
export function toHaveNameId(subject: unknown, value: string, format?: string): MatcherResult {
  const login = loginWithClaims(subject);
  const { nameId, nameIdFormat } = login.assertion?.subject ?? {};
  const formatMatches =
    format === undefined || nameIdFormat === format || (nameIdFormat?.endsWith(`:${format}`) ?? false);
  const pass = login.verified && nameId === value && formatMatches;
  return {
    pass,
    message: () => {
      const wanted = `${value}${format === undefined ? '' : ` (${format})`}`;
      if (pass) return `Expected the NameID not to be ${wanted}, but it is.`;
      const unverified = login.verified ? '' : '\n  The NameID of this login stands under no trusted signature.';
      return `Expected the NameID\n  expected  ${wanted}\n  actual    ${nameId ?? 'none'} (${nameIdFormat ?? 'no format'})${unverified}`;
    },
  };
}
