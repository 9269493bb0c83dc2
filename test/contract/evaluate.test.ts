import { describe, expect, it } from '@jest/globals';
import type { Contract, ContractFacts } from '../../src/contract/contract.js';
import { evaluateContract } from '../../src/contract/evaluate.js';
import { GOOD, GROUPS } from './facts.js';

/** Each violation as a person reads it. */
const read = (contract: object, facts: ContractFacts = GOOD) =>
  evaluateContract(contract as Contract, facts).map((v) => `${v.path}: ${v.message} [${v.expected} | ${v.actual}]`);

describe('A contract that is kept', () => {
  it('says nothing', () => {
    expect(
      read({
        nameId: { format: 'emailAddress', pattern: '@contoso\\.com$', equalsClaim: 'emailaddress' },
        claims: {
          emailaddress: { required: true, count: 1 },
          givenname: 'required',
          department: 'optional',
          groups: { min: 1, includes: ['g-2'], maxItems: 150 },
          [GROUPS]: { oneOf: ['g-1', 'g-2'], excludes: ['g-3'], max: 2 },
          surname: { equals: 'Simon', pattern: '^S' },
          title: 'forbidden',
        },
        forbid: ['http://schemas.microsoft.com/claims/groups.link'],
        signature: { algorithms: ['rsa-sha256'], digests: ['sha256'], covers: ['assertion'] },
      }),
    ).toEqual([]);
  });
});

describe('A contract that is not kept', () => {
  it('names a missing claim, and what came instead', () => {
    const [only] = read({ claims: { department: 'required' } });
    expect(only).toContain('claims.department: The claim department is missing. Entra leaves out');
    expect(only).toContain('[a claim department | only givenname, surname, emailaddress, http://');
    expect(read({ claims: { department: 'required' } }, { ...GOOD, claims: {} })[0]).toContain('no claims at all');
  });

  it('counts values', () => {
    const wrong = { claims: { groups: { count: 1, min: 3, max: 1, maxItems: 1 } } };
    expect(read(wrong)).toEqual([
      'claims.groups.count: The claim groups has 2 values. [exactly 1 value | 2 values]',
      'claims.groups.min: The claim groups has 2 values. [at least 3 values | 2 values]',
      'claims.groups.max: The claim groups has 2 values. [at most 1 value | 2 values]',
      'claims.groups.maxItems: The claim groups has 2 values. [at most 1 value | 2 values]',
    ]);
  });

  it('compares values, and reports every term that fails', () => {
    const terms = { equals: ['g-1'], includes: ['g-9'], excludes: ['g-1'], oneOf: ['g-1'], pattern: '-1$' };
    expect(read({ claims: { groups: terms } })).toEqual([
      'claims.groups.equals: The claim groups has another value. ["g-1" | "g-1", "g-2"]',
      'claims.groups.includes: The claim groups lacks "g-9". [among the values: "g-9" | "g-1", "g-2"]',
      'claims.groups.excludes: The claim groups holds "g-1". [none of: "g-1" | "g-1", "g-2"]',
      'claims.groups.oneOf: The claim groups has a value that is not allowed. [one of: "g-1" | "g-2"]',
      'claims.groups.pattern: The claim groups does not fit the pattern. [/-1$/ | "g-2"]',
    ]);
  });

  it('holds the NameID to format, pattern, value and claim', () => {
    const terms = { format: 'persistent', pattern: '@fabrikam', equals: 'x', equalsClaim: 'surname' };
    expect(read({ nameId: terms })).toEqual([
      `nameId.format: The NameID has another format. [persistent | ${GOOD.nameIdFormat}]`,
      'nameId.pattern: The NameID does not fit the pattern. [/@fabrikam/ | "B.Simon@contoso.com"]',
      'nameId.equals: The NameID is another one. ["x" | "B.Simon@contoso.com"]',
      'nameId.equalsClaim: The NameID is not the value of the claim surname. ["B.Simon@contoso.com" | "Simon"]',
    ]);
    const { nameId: _gone, ...without } = GOOD;
    expect(read({ nameId: terms }, without)).toEqual(['nameId: The login carries no NameID. [a NameID | none]']);
    expect(read({ nameId: { equalsClaim: 'emailaddress' } }, { ...GOOD, nameId: 'b.simon@contoso.com' })[0]).toContain(
      'differ in case only',
    );
    expect(read({ nameId: { equalsClaim: 'mail' } })[0]).toContain('There is no claim mail');
  });

  it('refuses to guess which of two claims a short name means', () => {
    expect(read({ claims: { name: 'required' } })[0]).toContain('Several claims end in "name"');
  });

  it('sees what must not come, in both spellings', () => {
    expect(read({ forbid: ['groups'], claims: { surname: 'forbidden' } })).toEqual([
      'claims.surname: The claim http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname must not come. [no such claim | http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname = "Simon"]',
      `forbid.0: The claim ${GROUPS} must not come. [no such claim | ${GROUPS} = "g-1", "g-2"]`,
    ]);
  });

  it('judges the signatures', () => {
    expect(read({ signature: { algorithms: ['rsa-sha512'], digests: ['sha512'], covers: ['response'] } })).toEqual([
      'signature.algorithms: A signature uses an algorithm that the contract does not allow. [rsa-sha512 | http://www.w3.org/2001/04/xmldsig-more#rsa-sha256]',
      'signature.digests: A signature uses an algorithm that the contract does not allow. [sha512 | http://www.w3.org/2001/04/xmlenc#sha256]',
      'signature.covers: The response is not signed. [a signature on the response | signed: assertion]',
    ]);
    const { signatures: _gone, ...unknown } = GOOD;
    expect(read({ signature: { covers: ['assertion'] } }, unknown)[0]).toContain('No signature verifies');
  });

  it('is never kept by unverified claims', () => {
    expect(read({}, { ...GOOD, verified: false })[0]).toContain('under no trusted signature');
  });

  it('cuts long lists', () => {
    const claims = { g: Array.from({ length: 40 }, (_, i) => `v${i}`) };
    expect(read({ claims: { g: { includes: ['x'] } } }, { ...GOOD, claims })[0]).toContain('"v9" and 30 more');
  });
});

describe('A login record', () => {
  it('is judged as its facts are', () => {
    const { nameId: _nameId, nameIdFormat: _format, ...rest } = GOOD;
    const login = { ...rest, diagnosis: {}, assertion: { subject: { nameId: 'x@fabrikam.com', nameIdFormat: 'f' } } };
    const contract = { nameId: { pattern: '@contoso' }, signature: { covers: ['response' as const] } };
    expect(evaluateContract(contract, login).map((v) => v.path)).toEqual(['nameId.pattern', 'signature.covers']);
  });
});

describe('What diagnose() resolved to', () => {
  it('is judged as its facts are', () => {
    const { nameId: _nameId, nameIdFormat: _format, ...rest } = GOOD;
    const judged = { ...rest, findings: [], assertion: { subject: { nameId: 'x@fabrikam.com' } } };
    expect(evaluateContract({ nameId: { equals: 'x@fabrikam.com' } }, judged)).toEqual([]);
  });
});

describe('A contract object with a pattern that is none', () => {
  it('is refused in words', () => {
    expect(() => read({ claims: { surname: { pattern: '(' } } })).toThrow(
      'The pattern "(" of the contract is no regular expression: ',
    );
  });
});

describe('A contract object with a key that no contract has', () => {
  it('is refused with the nearest key, at every level', () => {
    const wrong = { nameID: {}, claims: { mail: { requird: true } }, nameId: { formt: 'x' }, signature: { cover: [] } };
    expect(() => read(wrong)).toThrow(
      'Unknown key "nameID"; did you mean "nameId"? Unknown key "formt" in nameId; did you mean "format"? ' +
        'Unknown key "cover" in signature; did you mean "covers"? ' +
        'Unknown key "requird" in claims.mail; did you mean "required"?',
    );
    expect(() => read({ zzz: 1 })).toThrow('known are nameId, claims, forbid, signature');
  });
});
