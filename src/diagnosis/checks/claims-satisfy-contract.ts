import { defineCheck, type Outcome } from '../check.js';
import type { ContractViolationFact } from '../expectations.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { count, show } from '../show.js';
import { ourRule, samlCore } from '../sources.js';

const NAMED = 3;

export const claimsSatisfyContract = defineCheck({
  id: 'claims-satisfy-contract',
  title: 'The claims are as the contract demands',
  stage: 'attributes',
  severity: 'error',
  why: 'A claim contract writes down what a login must carry. It turns "it used to work" into a list of what has changed.',
  spec: [ourRule('the claim contract that was given'), samlCore('2.7.3')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { violated: 'one or more rules of the contract are broken' },
  remedies: ['satisfy-contract', 'change-contract'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { contract } = expected;
    if (!contract) return notApplicable('No claim contract was given.');
    const { violations } = contract;
    const [first] = violations;
    if (!first) return pass(`As ${show(contract.name, 80)} demands.`);
    const named = violations.slice(0, NAMED).map(words);
    const more = violations.length > NAMED ? ` (and ${violations.length - NAMED} more)` : '';
    return fail(expected, {
      kind: 'violated',
      summary: `${count(violations.length, 'violation')} of the contract ${show(contract.name, 80)}: ${named.join('; ')}${more}.`,
      expected: first.expected,
      actual: first.actual,
      at: place(assertionDocument, assertion.element),
      remedies: ['satisfy-contract', 'change-contract'],
    });
  },
});

function words({ path, line, message }: ContractViolationFact): string {
  const place = line === undefined ? '' : ` (line ${line})`;
  return `${path === '' ? '' : `${show(path, 80)}${place}: `}${show(message.replace(/\.$/, ''), 160)}`;
}
