/** A contract from one good login: its shape is demanded, its person's values are not. */

import { ENTRA_CLAIM, ENTRA_GROUP_LIMIT } from '../saml/names.js';
import { claimsNamed, lastSegment, shortestName } from './claim-names.js';
import type { ClaimTerms, ClaimWord, Contract, ContractFacts } from './contract.js';

/** Claims of which one person has more than another. */
const MANY_VALUED = /(^|[/:])(groups|role|wids)$/;

/**
 * What every login like this one must carry. Names are shortened to their last segment where that is unambiguous.
 * Values go into it only for what is no person's: the mail domain, formats, algorithms.
 */
export function inferContract(facts: ContractFacts): Contract {
  const names = Object.keys(facts.claims);
  const nameId = inferNameId(facts);
  const groupsLink = names.find((name) => lastSegment(name) === 'groups.link');
  const usesGroups = names.some((name) => lastSegment(name) === 'groups');
  const claims = Object.fromEntries(
    names.map((name) => [shortestName(name, facts.claims), termsFor(name, facts.claims[name] ?? [])] as const),
  );
  const signatures = facts.signatures ?? [];
  return {
    ...(nameId && { nameId }),
    ...(names.length > 0 && { claims }),
    ...(usesGroups && !groupsLink && { forbid: [ENTRA_CLAIM.groupsLink] }),
    ...(signatures.length > 0 && {
      signature: {
        algorithms: [...new Set(signatures.map((signature) => lastSegment(signature.algorithm)))],
        covers: [...new Set(signatures.map((signature) => signature.covers))],
      },
    }),
  };
}

function inferNameId({ nameId, nameIdFormat, claims }: ContractFacts): Contract['nameId'] | undefined {
  if (nameId === undefined) return undefined;
  const domain = /^[^@\s]+@([A-Za-z0-9.-]+)$/.exec(nameId)?.[1];
  const same = ['emailaddress', 'name', 'upn'].find((short) => {
    const values = claimsNamed(short, claims).flatMap((name) => claims[name] ?? []);
    return values.length === 1 && values[0] === nameId;
  });
  return {
    ...(nameIdFormat !== undefined && { format: lastSegment(nameIdFormat) }),
    ...(domain !== undefined && { pattern: `@${domain.replace(/\./g, '\\.')}$` }),
    ...(same !== undefined && { equalsClaim: same }),
  };
}

function termsFor(name: string, values: readonly string[]): ClaimTerms | ClaimWord {
  if (values.length === 0) return 'required';
  if (lastSegment(name) === 'groups') return { min: 1, maxItems: ENTRA_GROUP_LIMIT };
  if (MANY_VALUED.test(name) || values.length !== 1) return { min: 1 };
  return { count: 1 };
}
