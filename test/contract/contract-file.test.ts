import { describe, expect, it } from '@jest/globals';
import { evaluateContract } from '../../src/contract/evaluate.js';
import { inferContract } from '../../src/contract/infer.js';
import { KNOWN_KEYS } from '../../src/contract/known-keys.js';
import { readContract } from '../../src/contract/read-contract.js';
import { contractJsonSchema } from '../../src/contract/schema.js';
import { writeContract } from '../../src/contract/write-contract.js';
import { GOOD } from './facts.js';

const YAML = `nameId: { format: persistent }
claims:
  emailaddress: { required: true, count: 1 }
  department: required
  groups:
    min: 1
    includes: ["g-1",
      "g-9"]
forbid: [ "a", "groups" ]
`;

describe('A contract file', () => {
  it('gives the line of every violated term', () => {
    const { contract, lineOf } = readContract(YAML);
    expect(evaluateContract(contract, GOOD, lineOf).map((v) => [v.path, v.line])).toEqual([
      ['nameId.format', 1],
      ['claims.department', 4],
      ['claims.groups.includes', 7],
      ['forbid.1', 9],
    ]);
  });

  it('may be JSON', () => {
    const { contract, lineOf } = readContract('{\n  "claims": {\n    "dept": "required"\n  }\n}');
    expect(evaluateContract(contract, GOOD, lineOf)[0]).toMatchObject({ path: 'claims.dept', line: 3 });
  });

  it('is refused with every fault and its line', () => {
    const wrong =
      'nameID: {}\nclaims:\n  a: { requird: true, count: -1 }\n  b: sometimes\n  c: { pattern: "(" }\nsignature: { covers: [all] }\n';
    let text = '';
    try {
      readContract(wrong);
    } catch (error) {
      text = (error as Error).message;
    }
    expect(text).toContain('Line 1: Unknown key "nameID"; did you mean "nameId"?');
    expect(text).toContain('Line 3: Unknown key "requird" in claims.a; did you mean "required"?');
    expect(text).toContain('Line 3: claims.a.count: ');
    expect(text).toContain('Line 4: claims.b: must be required, optional, forbidden, or a list of terms.');
    expect(text).toContain('Line 5: claims.c.pattern: not a regular expression.');
    expect(text).toContain('Line 6: signature.covers');
  });

  it('that is not YAML is refused with the line', () => {
    expect(() => readContract('claims:\n  a: [1\nb: 2')).toThrow(/Line \d: /);
    expect(() => readContract('claims: {}\nclaims: {}')).toThrow('Line 2: ');
    expect(() => readContract('just words')).toThrow('The contract has a fault');
  });

  it('that is empty demands nothing', () => {
    expect(readContract('').contract).toEqual({});
  });
});

describe('The published JSON Schema', () => {
  it('knows the same keys as the evaluation', () => {
    const schema = contractJsonSchema() as {
      properties: Record<string, { properties?: object; additionalProperties?: unknown }>;
    };
    expect(Object.keys(schema.properties)).toEqual([...KNOWN_KEYS.contract]);
    expect(Object.keys(schema.properties['nameId']?.properties ?? {})).toEqual([...KNOWN_KEYS.nameId]);
    expect(Object.keys(schema.properties['signature']?.properties ?? {})).toEqual([...KNOWN_KEYS.signature]);
    const claims = schema.properties['claims']?.additionalProperties as { anyOf: { properties?: object }[] };
    expect(Object.keys(claims.anyOf[1]?.properties ?? {})).toEqual([...KNOWN_KEYS.claim]);
  });
});

describe('A contract inferred from a good login', () => {
  it('demands the shape and holds no value of the person', () => {
    const text = writeContract(inferContract(GOOD), 'Written from login L1.\nLook it over.');
    expect(text).toBe(`# Written from login L1.
# Look it over.

nameId:
  format: emailAddress
  pattern: "@contoso\\\\.com$"
  equalsClaim: emailaddress
claims:
  givenname:
    count: 1
  surname:
    count: 1
  emailaddress:
    count: 1
  http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name:
    count: 1
  groups:
    min: 1
    maxItems: 150
  http://example.org/claims/name:
    count: 1
forbid:
  - http://schemas.microsoft.com/claims/groups.link
signature:
  algorithms:
    - rsa-sha256
  covers:
    - assertion
`);
    expect(text).not.toContain('Simon');
  });

  it('is kept by the login it came from', () => {
    const { contract } = readContract(writeContract(inferContract(GOOD), 'x'));
    expect(evaluateContract(contract, GOOD)).toEqual([]);
  });

  it.each([
    ['one claim bears the short name of another', { name: ['B.'], 'http://example.org/claims/name': ['Simon'] }],
    ['a claim has no value', { department: [] }],
  ])('is kept by the login it came from where %s', (_where, claims) => {
    const login = { claims, verified: true };
    const contract = inferContract(login);
    expect(evaluateContract(contract, login)).toEqual([]);
    expect(Object.keys(contract.claims ?? {})).toEqual(Object.keys(claims));
  });

  it('from an almost empty login is almost empty', () => {
    expect(inferContract({ claims: {}, verified: true })).toEqual({});
  });
});
