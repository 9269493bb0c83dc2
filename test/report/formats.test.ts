import { describe, expect, it } from '@jest/globals';
import { githubReport } from '../../src/report/github.js';
import { htmlReport } from '../../src/report/html.js';
import { jsonReport } from '../../src/report/json.js';
import { junitReport } from '../../src/report/junit.js';
import { markdownReport } from '../../src/report/markdown.js';
import { sarifReport } from '../../src/report/sarif.js';
import { readXml } from '../../src/saml/read-xml.js';
import { attribute, childElements, textOf } from '../../src/saml/walk.js';
import { reported } from './reported.js';

const HOSTILE = `<script>alert(1)</script> \`|]]> ::error::x\n\u001b[31m & "q" 'a' @team https://evil.example [l](x) \ud800`;
const spoiled = (text: string) =>
  reported({ after: (xml) => xml.replace('Version="2.0"', 'Version="1.9"') }, { name: text, repairs: [text] });
const good = await reported();
const bad = await spoiled('response.xml');

describe('JSON', () => {
  it('of one message is its diagnosis with what was read beside it', () => {
    const json = JSON.parse(jsonReport([bad]));
    expect(json).toMatchObject({ name: 'response.xml', accepted: false, rootCause: 'version-is-2-0', verified: true });
    expect(json.findings.length).toBe(bad.diagnosis.findings.length);
    expect(json.xml).toBeUndefined();
  });
  it('of several is a list, accepted only if all are', () => {
    const json = JSON.parse(jsonReport([good, bad]));
    expect(json.accepted).toBe(false);
    expect(json.messages).toHaveLength(2);
  });
});

describe('JUnit', () => {
  /** The schema CI systems go by: testsuites > testsuite > testcase > (skipped | error | failure | system-out)?, with counts that add up. */
  const parsed = (text: string) => {
    const read = readXml(text);
    if ('problem' in read) throw new Error(JSON.stringify(read.problem));
    return read.document.root;
  };

  it('has the structure and the counts CI systems go by', () => {
    const root = parsed(junitReport([good, bad]));
    expect(root.localName).toBe('testsuites');
    const totals = { tests: 0, failures: 0, errors: 0, skipped: 0 };
    for (const suite of childElements(root)) {
      expect(suite.localName).toBe('testsuite');
      const cases = childElements(suite);
      const inside = cases.flatMap((testCase) => childElements(testCase).map((child) => child.localName));
      for (const testCase of cases) {
        expect(testCase.localName).toBe('testcase');
        expect(attribute(testCase, 'name')).toMatch(/^[a-z0-9-]+$/);
        expect(attribute(testCase, 'classname')).toMatch(/^saml\./);
        expect(childElements(testCase).length).toBeLessThanOrEqual(1);
      }
      const counted = {
        tests: cases.length,
        failures: inside.filter((name) => name === 'failure').length,
        errors: inside.filter((name) => name === 'error').length,
        skipped: inside.filter((name) => name === 'skipped').length,
      };
      for (const key of Object.keys(counted) as (keyof typeof counted)[]) {
        expect(attribute(suite, key)).toBe(String(counted[key]));
        totals[key] += counted[key];
      }
      expect(attribute(suite, 'timestamp')).toBe('2026-03-02T09:15:05Z');
    }
    for (const [key, value] of Object.entries(totals)) expect(attribute(root, key)).toBe(String(value));
    expect(totals.failures).toBeGreaterThan(0);
  });

  it('tells the whole story of a failure', () => {
    const failure = childElements(parsed(junitReport([bad])))
      .flatMap(childElements)
      .flatMap(childElements)
      .find((element) => element.localName === 'failure');
    expect(failure && textOf(failure)).toMatch(/expected {2}[\s\S]*actual {4}[\s\S]*remedy {4}/);
  });

  it('makes a check that could not be judged an error, or a build without metadata would be green', async () => {
    const blocked = {
      ...bad,
      diagnosis: {
        accepted: false,
        rootCause: null,
        findings: bad.diagnosis.findings.map((f) => ({ ...f, status: 'blocked' as const })),
      },
    };
    const errors = blocked.diagnosis.findings.filter((f) => f.severity === 'error').length;
    expect(junitReport([blocked])).toContain(`failures="0" errors="${errors}"`);
  });

  it('stays well-formed whatever a message says', async () => {
    const root = parsed(junitReport([await spoiled(HOSTILE)]));
    expect(attribute(childElements(root)[0] as never, 'name')).toContain('<script>alert(1)</script>');
  });
});

describe('SARIF', () => {
  it('has a rule per check and a result per failure, with the line in the file', () => {
    const log = JSON.parse(sarifReport([bad], '1.2.3'));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'saml-rehearsal', version: '1.2.3' });
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    const [result] = run.results;
    expect(result).toMatchObject({ ruleId: 'version-is-2-0', level: 'error' });
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'response.xml' },
      region: { startLine: 1 },
    });
    expect(result.message.text).toContain('Expected: ');
  });
  it('of an accepted message has no error', () => {
    const { results } = JSON.parse(sarifReport([good], '1')).runs[0];
    expect(results.filter((r: { level: string }) => r.level === 'error')).toEqual([]);
  });
});

describe('GitHub annotations', () => {
  it('stay one line each and cannot be broken out of', async () => {
    const text = githubReport([await spoiled('a,b:c\n::error::x')]);
    expect(text.split('\n')[0]).toMatch(/^::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax,line=1,title=version-is-2-0::/);
    expect(text.split('\n').filter((line) => line !== '' && !/^::(error|warning|notice) /.test(line))).toEqual([]);
  });
});

describe('Markdown', () => {
  it('puts the root cause first, with expected, actual and remedy', () => {
    const text = markdownReport([bad]);
    expect(text).toMatch(/^# response\.xml: not accepted\n\n\*\*rejected: /);
    expect(text).toContain('## Root cause: `version-is-2-0`');
    expect(text).toMatch(/- expected `[^`]+`\n- actual `[^`]+`/);
  });
  it('holds nothing of a message that does anything', async () => {
    const message = await spoiled(HOSTILE);
    const text = markdownReport([{ ...message, claims: { [HOSTILE]: [HOSTILE] } }]);
    const outsideCode = text.replace(/```xml[\s\S]*?```/g, '').replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(outsideCode).not.toMatch(/<script|[^&]@team|https:\/\/evil|(^|[^\\])\[l\]/);
  });
});

describe('The HTML file', () => {
  it('needs nothing else and runs nothing', async () => {
    const html = htmlReport([await spoiled(HOSTILE), good]);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|javascript:|@import|url\(/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('\u001b');
  });
  it('tells the verdict, the root cause and the claims', () => {
    const html = htmlReport([bad]);
    expect(html).toContain('Not accepted');
    expect(html).toContain('Root cause: version-is-2-0');
    expect(html).toContain('B.Simon@contoso.com');
  });
  it('marks claims that nobody vouches for', async () => {
    expect(htmlReport([await reported({ sign: 'none' })])).toContain('Claims (not verified)');
  });
});
