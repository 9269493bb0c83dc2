import { lastSegment } from '../../contract/claim-names.js';
import type { MatcherResult } from '../matcher-result.js';
import { remedyLine, unverifiedLines } from '../remedy-text.js';
import { loginWithClaims } from '../subject.js';

/**
 * The NameID under a trusted signature has this value and, if given, this format (the full URN or its last segment,
 * e.g. `emailAddress`). A value that no trusted signature covers never matches.
 */
export function toHaveNameId(subject: unknown, value: string, format?: string): MatcherResult {
  const login = loginWithClaims(subject);
  const { nameId, nameIdFormat } = login.assertion?.subject ?? {};
  const hasFormat = format === undefined || nameIdFormat === format || lastSegment(nameIdFormat ?? '') === format;
  const isSame = nameId === value && hasFormat;
  const wanted = `${value}${format === undefined ? '' : ` (${format})`}`;
  const pass = login.verified && isSame;
  return {
    pass,
    message: () => {
      if (pass) return `Expected the NameID not to be ${wanted}, but it is.`;
      const isCaseOnly = !isSame && nameId !== value && nameId?.toLowerCase() === value.toLowerCase();
      return [
        `Expected the login to have the NameID ${wanted}.`,
        `  expected  ${wanted}`,
        `  actual    ${nameId ?? 'none'}${nameIdFormat === undefined ? ' (no format)' : ` (${lastSegment(nameIdFormat)})`}`,
        ...(isCaseOnly ? ['  The two differ in upper and lower case only.'] : []),
        ...(login.verified ? [] : unverifiedLines(login.diagnosis)),
        ...(isSame ? [] : [remedyLine('entra/name-id', remedyFor(nameId === value, format))]),
      ].join('\n');
    },
  };
}

const remedyFor = (isFormatOnly: boolean, format: string | undefined): string =>
  isFormatOnly && format !== undefined
    ? `Choose ${lastSegment(format)} as name identifier format.`
    : 'Choose the source attribute that holds this value for the user, or change the expectation.';
