/** A claim contract that every login of a running harness is held against, and records written as logins come. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness, readLoginRecord, replayLogin } from '../../src/index.js';
import { githubReport } from '../../src/report/github.js';
import { htmlReport } from '../../src/report/html.js';
import { junitReport } from '../../src/report/junit.js';
import { markdownReport } from '../../src/report/markdown.js';
import { renderRedacted } from '../../src/report/redact.js';
import { reportedLogin } from '../../src/report/reported-message.js';
import { textReport } from '../../src/report/text.js';
import { describedApi } from '../http/described-api.js';

const folder = mkdtempSync(join(tmpdir(), 'contract-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const contractFile = file(
  'contract.yaml',
  `nameId: { pattern: '@contoso\\.com$', equalsClaim: emailaddress }
claims:
  givenname: required
  surname: { equals: Simon }
  department: { count: 1 }
forbid: [groups]
signature: { algorithms: [rsa-sha256], covers: [assertion] }
`,
);
const records = join(folder, 'records', 'of-today');

let harness: Harness;
let broken: Awaited<ReturnType<Harness['signIn']>>;
beforeAll(async () => {
  harness = await createHarness({ contract: contractFile, record: records });
  broken = await harness.signIn();
});
afterAll(async () => {
  await harness.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('A login that breaks the contract of the harness', () => {
  it('is refused for that, with every violation at its line', () => {
    expect(broken).toMatchObject({ accepted: false, diagnosis: { rootCause: 'claims-satisfy-contract' } });
    const finding = broken.diagnosis.findings.find(({ id }) => id === 'claims-satisfy-contract');
    expect(finding?.summary).toBe(
      `1 violation of the contract ${contractFile}: claims.department (line 5): The claim department is missing. Entra leaves out a claim whose source attribute is empty.`,
    );
  });

  it('keeps every rule, met or violated, with what was expected and what came', () => {
    const rows = broken.contract?.rules.map(({ path, line, met, expected, actual }) =>
      [path, line, met, expected, actual].join(' | '),
    );
    expect(rows).toEqual([
      ' |  | true | claims and NameID under a valid signature of a published key | verified',
      'nameId.pattern | 1 | true | fits /@contoso\\.com$/ | "B.Simon@contoso.com"',
      'nameId.equalsClaim | 1 | true | the value of the claim emailaddress | "B.Simon@contoso.com"',
      'claims.givenname | 3 | true | is there | "B."',
      'claims.surname | 4 | true | exactly "Simon" | "Simon"',
      'claims.department | 5 | false | exactly 1 value | no such claim',
      'forbid.0 | 6 | true | no claim groups | no such claim',
      'signature.algorithms | 7 | true | rsa-sha256 | rsa-sha256',
      'signature.covers | 7 | true | signed: assertion | assertion',
    ]);
  });

  it('is told so by the API as its description promises', async () => {
    const api = await describedApi(harness.url);
    const { status, body } = await api.call('GET', `/logins/${broken.id}`);
    expect([status, body.contract]).toEqual([200, JSON.parse(JSON.stringify(broken.contract))]);
  });

  it('has the contract on its page, broken rules first, each with its line', async () => {
    const page = await (await fetch(`${harness.url}/logins/${broken.id}`)).text();
    const section = page.slice(page.indexOf('<section id="contract"')).split('</section>')[0] ?? '';
    const words = section.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('1 of 9 rules violated');
    expect(words.indexOf('Violated claims.department')).toBeLessThan(words.indexOf('Met nameId.pattern'));
    expect(words).toContain(`${contractFile}:5 exactly 1 value no such claim The claim department is missing.`);
  });

  it('points at the line of the contract in JUnit and in annotations of GitHub, and is listed in every report', () => {
    const reported = [reportedLogin(broken)];
    expect(junitReport(reported)).toContain(`${contractFile}:5  claims.department: The claim department is missing.`);
    expect(githubReport(reported)).toMatch(
      new RegExp(
        `::error file=${contractFile},line=5,title=claims-satisfy-contract::login \\w+: claims.department: The`,
      ),
    );
    expect(textReport(reported, { color: false, width: 100 })).toContain(
      `Claim contract ${contractFile}: 1 of 9 rules broken\n  ${contractFile}:5  claims.department: The claim department`,
    );
    expect(markdownReport(reported)).toContain('| **violated** | `claims.department`, line 5 | `exactly 1 value` |');
    expect(htmlReport(reported)).toContain('<th>claims.department, line 5</th><td>violated</td>');
  });

  it('gives nothing of its user away in a redacted report, the domain in a pattern included', () => {
    const text = renderRedacted([reportedLogin(broken)], markdownReport, new Uint8Array(32));
    expect(text).toContain('`claims.department`, line 5');
    expect(text).not.toMatch(/contoso|Simon/i);
  });

  it('is judged again as it was', async () => {
    const replayed = await replayLogin(await harness.logins.export(broken.id));
    expect(replayed.difference).toBe('');
    expect(replayed.login.contract).toEqual(JSON.parse(JSON.stringify(broken.contract)));
  });
});

describe('A login that keeps it', () => {
  it('is accepted', async () => {
    harness.entra.enqueue({ claims: { department: 'Sales' } });
    const login = await harness.signIn();
    expect(login.accepted).toBe(true);
    expect(login.contract?.rules.map(({ met }) => met)).toEqual(Array(9).fill(true));
  });

  it('counts for nothing without a trusted signature', async () => {
    const { contract, diagnosis } = await harness.signIn({ faults: ['rogue-key'] });
    expect(contract?.rules[0]).toMatchObject({ met: false, actual: 'unverified' });
    expect(diagnosis.findings.find(({ id }) => id === 'claims-satisfy-contract')?.status).toBe('fail');
  });
});

describe('A contract nobody can keep to', () => {
  it('stops the start, naming every fault with its line', async () => {
    const faulty = file('faulty.yaml', 'claims:\n  surname: { cuont: 1 }\nnameID: {}\nforbid: groups\n');
    await expect(createHarness({ contract: faulty })).rejects.toMatchObject({
      code: 'CONTRACT_INVALID',
      message: expect.stringMatching(
        /faulty\.yaml: The contract has 3 faults:[\s\S]*Line 2: Unknown key "cuont" in claims\.surname; did you mean "count"\?[\s\S]*Line 4: forbid: [\s\S]*Line 3: Unknown key "nameID"; did you mean "nameId"\?/,
      ),
    });
  });

  it('is refused as an object, too, and so is a file that is not there', async () => {
    await expect(createHarness({ contract: { claims: { surname: { pattern: '(' } } } })).rejects.toMatchObject({
      code: 'CONTRACT_INVALID',
      message: expect.stringContaining('claims.surname.pattern: not a regular expression.'),
    });
    await expect(createHarness({ contract: 'no-such.yaml' })).rejects.toMatchObject({
      code: 'CONTRACT_UNREADABLE',
      message: 'There is no claim contract no-such.yaml.',
    });
  });
});

describe('Login records', () => {
  it('are written as the logins are answered, for their owner only', async () => {
    const { id } = await harness.signIn({ faults: ['expired'] });
    const written = join(records, `${id}.json`);
    expect(readdirSync(records)).toContain(`${id}.json`);
    expect(statSync(written).mode & 0o077).toBe(0);
    expect(readLoginRecord(readFileSync(written, 'utf8'))).toMatchObject({ id, recordVersion: 1 });
    expect((await replayLogin(readFileSync(written, 'utf8'))).difference).toBe('');
  });

  it('that cannot be written do not cost the login', async () => {
    await using other = await createHarness({ record: join(folder, 'gone') });
    rmSync(join(folder, 'gone'), { recursive: true });
    expect(await other.signIn()).toMatchObject({ accepted: true });
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });

  it('need a folder', async () => {
    await expect(createHarness({ record: join(contractFile, 'x') })).rejects.toMatchObject({
      code: 'RECORD_UNWRITABLE',
    });
  });
});
