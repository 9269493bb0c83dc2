// @ts-check
/** The three files of a new check. They compile; what is marked FILL IN is what a test is red for. */

/** @typedef {{ readonly id: string, readonly name: string, readonly stage: string }} NewCheck id in kebab case, name in camel case */

/** @param {NewCheck} check */
export const checkStub = ({ id, name, stage }) => `import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { samlCore } from '../sources.js';

export const ${name} = defineCheck({
  id: '${id}',
  title: 'FILL IN the good state, as a short sentence',
  stage: '${stage}',
  severity: 'error',
  why: 'FILL IN why it matters, in at most three sentences.',
  spec: [samlCore('FILL IN the clause')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { missing: 'FILL IN what is wrong, in a few words' },
  remedies: ['follow-the-schema'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const isGood = assertion.element !== undefined; // FILL IN what a right message has
    if (isGood) return pass();
    return fail(expected, {
      kind: 'missing',
      summary: 'FILL IN one sentence that a tired person understands, with the value that shows it.',
      expected: 'FILL IN',
      actual: 'FILL IN',
      at: place(assertionDocument, assertion.element),
      remedies: ['follow-the-schema'],
    });
  },
});
`;

/** @param {NewCheck} check */
export const testStub = ({ id }) => `import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = '${id}';

describe(id, () => {
  it('right: FILL IN', async () => {
    expect(await says(id)).toBe('pass: FILL IN the title with a full stop.');
  });

  it('wrong: FILL IN', async () => {
    expect(await says(id, edit('FILL IN what to change in the good message', 'FILL IN into what'))).toBe(
      'fail missing: FILL IN the whole sentence.',
    );
  });

  it('absent: FILL IN', async () => {
    expect(await says(id, edit('FILL IN what to take out', ''))).toBe('fail missing: FILL IN the whole sentence.');
  });

  it('twice: FILL IN', async () => {
    expect(await says(id, edit('FILL IN what to double', '$&$&'))).toBe('fail missing: FILL IN the whole sentence.');
  });
});
`;

/** @param {NewCheck} fault @param {string} checkId */
export const faultStub = ({ id, name, stage }, checkId) => `import type { Fault } from '../fault.js';

export const ${name}: Fault = {
  id: '${id}',
  title: 'FILL IN what is wrong, as a noun phrase',
  area: '${stage}',
  kind: 'mistake',
  caughtBy: ['${checkId}'],
  plan: (plan) => plan, // FILL IN the defect; src/entra/edit-plan.ts has the usual changes
};
`;
