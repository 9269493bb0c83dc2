import { describe, expect, it } from '@jest/globals';
import { aResponse, ENTITY_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { inFolder } from './command-line.js';

const { run, path } = inFolder({
  'good.xml': aResponse().xml,
  'unsigned.xml': aResponse({ sign: 'none' }).xml,
  'idp.pem': testKey('idp').certificatePem,
  'kept.yaml':
    'nameId: { format: emailAddress, equalsClaim: emailaddress }\nclaims: { surname: required }\nsignature: { covers: [assertion] }\n',
  'broken.yaml': 'claims:\n  surname: { equals: Jones }\n  department: required\nsignature: { covers: [response] }\n',
  'typo.yaml': 'claims:\n  surname: { requird: true }\n',
});
const known = ['--idp-cert', 'idp.pem', '--entity-id', ENTITY_ID, '--at', 'issued'];

describe('check', () => {
  it('says so when the contract is kept, and exits 0', async () => {
    const { code, out, err } = await run(['check', 'good.xml', ...known, '--contract', 'kept.yaml']);
    expect([code, out, err]).toEqual([0, 'good.xml keeps the contract.\n', '']);
  });

  it('names every broken term with its line, expected and actual, and exits 1', async () => {
    const { code, out } = await run(['check', 'good.xml', ...known, '--contract', 'broken.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('good.xml breaks 3 terms of the contract.');
    expect(out).toContain(
      'broken.yaml:2  claims.surname.equals\n  The claim surname has another value.\n  expected  "Jones"\n  actual    "Simon"',
    );
    expect(out).toContain('broken.yaml:3  claims.department');
    expect(out).toContain('broken.yaml:4  signature.covers\n  The response is not signed.');
  });

  it('is never kept by a message nobody vouches for', async () => {
    const { code, out, err } = await run(['check', 'unsigned.xml', ...known, '--contract', 'kept.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('under no trusted signature');
    expect(err).toContain('the login itself is not accepted');
  });

  it('--json has the violations as data', async () => {
    const { out } = await run(['check', 'good.xml', ...known, '--contract', 'broken.yaml', '--json']);
    const { satisfied, violations } = JSON.parse(out);
    expect(satisfied).toBe(false);
    expect(violations[0]).toMatchObject({ path: 'claims.surname.equals', line: 2, actual: '"Simon"' });
  });

  it('--reporter github and junit point at the line of the contract', async () => {
    const asked = ['check', 'good.xml', ...known, '--contract', 'broken.yaml'];
    const github = await run([...asked, '--reporter', 'github']);
    expect(github.code).toBe(1);
    expect(github.out).toContain('::error file=broken.yaml,line=2,title=claims.surname.equals::good.xml: ');
    const junit = await run([...asked, '--reporter', 'junit', '--output', 'contract.xml']);
    expect([junit.code, junit.out, junit.err]).toEqual([1, '', 'Written to contract.xml.\n']);
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(path('contract.xml'), 'utf8')).toContain(
      'broken.yaml:2\nThe claim surname has another value.',
    );
  });

  it('--infer writes a contract which the login keeps, without a value of its user', async () => {
    const { code, out } = await run(['check', 'good.xml', ...known, '--infer']);
    expect(code).toBe(0);
    expect(out).toContain('equalsClaim: emailaddress');
    expect(out).not.toMatch(/Simon/);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path('inferred.yaml'), out);
    expect((await run(['check', 'good.xml', ...known, '--contract', 'inferred.yaml'])).code).toBe(0);
  });

  it('--schema prints the JSON Schema', async () => {
    expect(JSON.parse((await run(['check', '--schema'])).out)).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
  });

  it.each([
    [
      ['check', 'good.xml', ...known, '--contract', 'typo.yaml'],
      'CONTRACT_INVALID: The contract has a fault:\n  Line 2: Unknown key "requird" in claims.surname; did you mean "required"?',
    ],
    [['check', 'good.xml', ...known, '--contract', 'none.yaml'], 'FILE_MISSING: There is no file none.yaml'],
    [['check', 'good.xml'], 'ARGUMENT_MISSING: No contract was given.'],
    [['check', '--contract', 'kept.yaml'], 'ARGUMENT_MISSING: Nothing to check was given.'],
    [
      ['check', 'unsigned.xml', ...known, '--infer'],
      'LOGIN_NOT_GOOD: unsigned.xml is no good login: its claims are not verified.',
    ],
    [
      ['check', 'abc123', '--url', 'http://127.0.0.1:9', '--contract', 'kept.yaml'],
      'HARNESS_UNREACHABLE: No harness answers at http://127.0.0.1:9',
    ],
  ])('%j is refused', async (argv, words) => {
    const { code, out, err } = await run(argv);
    expect(err).toContain(words);
    expect([code, out]).toEqual([2, '']);
  });
});
