import { visible } from '../../diagnosis/show.js';
import { accountOf } from '../../sp/account.js';
import type { PreflightItem } from './item.js';

/** A field of Basic SAML Configuration and what it has to hold. */
export interface EntraField {
  readonly field: string;
  readonly value: string;
  /** Characters, to compare with what the portal holds. */
  readonly length: number;
}

const field = (name: string, value: string): EntraField => ({ field: name, value, length: [...value].length });

/** What Entra has to have entered: for the account, or as it was given. */
export function entraFields(
  account: { readonly accountCode: string; readonly region: string } | undefined,
  given: { readonly entityId?: string; readonly acs?: string },
): EntraField[] {
  const wanted = account && accountOf({ ...account, origin: '', verbatim: true });
  const identifier = wanted?.entityId ?? given.entityId;
  const replyUrl = wanted?.assertionConsumerServiceUrl ?? given.acs;
  return [
    ...(identifier === undefined ? [] : [field('Identifier (Entity ID)', identifier)]),
    ...(replyUrl === undefined ? [] : [field('Reply URL (Assertion Consumer Service URL)', replyUrl)]),
  ];
}

/** Letters that look like others, and what cannot be seen at all. */
export function oddCharacterItems(
  values: readonly (readonly [name: string, value: string | undefined])[],
): PreflightItem[] {
  return values.flatMap(([name, value = '']) => {
    const odd = [...value]
      .map((character, at) => ({ character, at }))
      .filter(({ character }) => !/[!-~]/.test(character));
    if (odd.length === 0) return [];
    const words = odd.slice(0, 5).map(({ character, at }) => `character ${at + 1} is ${nameOf(character)}`);
    return [
      {
        id: 'odd-characters',
        status: 'problem' as const,
        summary: `The ${name} holds what is no plain letter: ${words.join(', ')} (${visible(value)}).`,
        remedy: 'Type it anew instead of pasting it.',
      },
    ];
  });
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
