import type { ContractFacts, SignatureFact } from './contract.js';

/** As much of a login record as a contract looks at. */
export interface LoginLike {
  /** Of a login record. */
  readonly diagnosis?: object;
  /** Of what `diagnose()` resolved to. */
  readonly findings?: readonly object[];
  /** False: claims and NameID stand under no trusted signature. */
  readonly verified: boolean;
  /** Full attribute name → values. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** The signatures that verify. */
  readonly signatures?: readonly SignatureFact[];
  /** Where the NameID and its Format are read. */
  readonly assertion?: { readonly subject?: { readonly nameId?: string; readonly nameIdFormat?: string } };
}

/** A login record → the facts a contract is held against; facts stay as they are. */
export function contractFacts(login: ContractFacts | LoginLike): ContractFacts {
  if (!('diagnosis' in login) && !('findings' in login)) return login;
  const { verified, claims, signatures, assertion } = login as LoginLike;
  const { nameId, nameIdFormat } = assertion?.subject ?? {};
  return {
    verified,
    claims,
    ...(nameId !== undefined && { nameId }),
    ...(nameIdFormat !== undefined && { nameIdFormat }),
    ...(signatures && { signatures }),
  };
}
