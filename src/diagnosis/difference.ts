/** What exactly differs between two identifiers or URLs that should be equal, by name and made visible. */

import { visible } from './show.js';
import { differingUrlParts } from './url-parts.js';

export type DifferenceKind =
  | 'empty'
  | 'white-space'
  | 'spn-prefix'
  | 'bare-guid'
  | 'generic-form'
  | 'scheme'
  | 'scheme-missing'
  | 'region'
  | 'host'
  | 'host-case'
  | 'port'
  | 'default-port'
  | 'account-code'
  | 'path'
  | 'case'
  | 'trailing-slash'
  | 'percent-encoding'
  | 'query'
  | 'fragment'
  | 'different';

export interface Difference {
  /** The most telling of `kinds`. */
  readonly kind: DifferenceKind;
  readonly kinds: readonly DifferenceKind[];
  /** Half a sentence about the actual value: `it has a slash at the end that does not belong there`. */
  readonly words: string;
  /** Both values under each other, invisible characters shown, carets below what differs. */
  readonly marked: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INVISIBLE = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g;

/**
 * Compares character by character, as SAML compares identifiers (SAML core 1.3.1, 1.3.2), and names what differs.
 *
 * @returns undefined when they are equal.
 */
export function difference(expected: string, actual: string): Difference | undefined {
  if (expected === actual) return undefined;
  const found = classify(expected, actual);
  const kinds = found.map(([kind]) => kind);
  return {
    kind: kinds[0] ?? 'different',
    kinds,
    words: found.map(([, words]) => words).join(', and '),
    marked: mark(expected, actual),
  };
}

export type NamedDifference = readonly [DifferenceKind, string];

function classify(expected: string, actual: string): readonly NamedDifference[] {
  if (actual === '') return [['empty', 'it is empty']];
  const bareExpected = expected.replace(INVISIBLE, '');
  const bareActual = actual.replace(INVISIBLE, '');
  const spaced: NamedDifference = ['white-space', 'it holds white space or invisible characters'];
  if (bareExpected === bareActual) return [spaced];
  const rest = withoutSpace(bareExpected, bareActual);
  return bareActual === actual ? rest : [...rest, spaced];
}

function withoutSpace(expected: string, actual: string): readonly NamedDifference[] {
  if (actual === `spn:${expected}`) return [['spn-prefix', 'it has the prefix spn: before the expected value']];
  if (/^spn:/i.test(actual))
    return [['spn-prefix', 'it is a service principal name (spn:), as Entra writes for a bare application ID']];
  if (GUID.test(actual) && !GUID.test(expected))
    return [['bare-guid', 'it is a bare GUID (an application ID), not this identifier']];
  const form = genericForm(expected, actual);
  if (form) return [form];
  const parts = differingUrlParts(expected, actual);
  if (parts) return parts;
  const [, bare] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/i.exec(expected) ?? [];
  if (bare === actual)
    return [['scheme-missing', `it lacks ${expected.slice(0, expected.length - actual.length)} at the beginning`]];
  if (expected.toLowerCase() === actual.toLowerCase()) return [['case', 'upper and lower case differ']];
  if (expected.replace(/\/$/, '') === actual.replace(/\/$/, '')) {
    return [
      [
        'trailing-slash',
        actual.endsWith('/') ? 'it has a slash at the end too many' : 'the slash at the end is missing',
      ],
    ];
  }
  return [['different', 'it is another value']];
}

const AZURE_FORM = /^https:\/\/([a-z0-9-]+-api\.mimecast[a-z0-9.-]*)\/sso\/([^/]+)$/i;
const GENERIC_FORM = /^(https:\/\/)?([a-z0-9-]+-api\.mimecast[a-z0-9.-]*)\.([A-Za-z0-9]+)$/i;

/** Mimecast writes its entityID as `https://HOST/sso/CODE` for Entra and as `HOST.CODE` for every other identity provider. */
function genericForm(expected: string, actual: string): NamedDifference | undefined {
  if (AZURE_FORM.test(expected) && GENERIC_FORM.test(actual)) {
    return ['generic-form', "it is Mimecast's form for identity providers other than Entra (host, dot, account code)"];
  }
  if (GENERIC_FORM.test(expected) && AZURE_FORM.test(actual)) {
    return [
      'generic-form',
      "it is Mimecast's form for Entra (https://host/sso/account code), and the other form is configured",
    ];
  }
  return undefined;
}

const WIDEST = 180;

/** `expected  ...` over `actual    ...` over carets. */
export function mark(expected: string, actual: string): string {
  const left = [...visible(expected)];
  const right = [...visible(actual)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const from = Math.max(0, start - WIDEST / 2);
  const window = (characters: readonly string[]) =>
    `${from > 0 ? '…' : ''}${characters.slice(from, from + WIDEST).join('')}${characters.length > from + WIDEST ? '…' : ''}`;
  const width = Math.min(Math.max(left.length, right.length) - end - start, WIDEST - (start - from));
  const carets = `${' '.repeat(start - from + (from > 0 ? 1 : 0))}${'^'.repeat(Math.max(1, width))}`;
  return `expected  ${window(left)}\nactual    ${window(right)}\n          ${carets}`;
}
