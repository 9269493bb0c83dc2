import { defineCheck, type Outcome } from '../check.js';
import { difference } from '../difference.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { count, listed, show } from '../show.js';
import { mimecastAzure, mimecastTutorial } from '../sources.js';

export const userInDirectory = defineCheck({
  id: 'user-in-directory',
  title: 'The address exists in the internal directory',
  stage: 'subject',
  severity: 'error',
  why: 'No source says that Mimecast creates users at sign-on: an address that is not in the internal directory is refused. Comparing without regard to upper and lower case is a choice of this harness.',
  spec: [mimecastTutorial('Create Mimecast test user'), mimecastAzure('primary e-mail address')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    'unknown-domain': 'its domain is not an internal domain',
    'near-miss': 'a very similar address exists',
    unknown: 'the address does not exist',
  },
  remedies: ['add-address', 'check-name-id'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { directory } = expected;
    if (!directory) return notApplicable('The internal directory is known only to a running service provider.');
    const nameId = assertion.subject?.nameIds[0];
    if (!nameId || nameId.value.trim() === '') return notApplicable('There is no NameID: see name-id-present.');
    if (directory.match) return pass(`${show(directory.match.email, 120)} is in the internal directory.`);
    const domain = nameId.value.split('@').at(-1)?.trim().toLowerCase() ?? '';
    const hasDomain = directory.domains.some((known) => known.toLowerCase() === domain);
    const kind = !hasDomain ? 'unknown-domain' : directory.nearest === undefined ? 'unknown' : 'near-miss';
    const is = show(nameId.value, 120);
    const domains =
      directory.domains.length === 0
        ? 'there is none'
        : `there ${directory.domains.length === 1 ? 'is' : 'are'} ${listed(directory.domains.slice(0, 5))}`;
    const words = {
      'unknown-domain': `${is} is not in the internal directory: ${nameId.value.includes('@') ? `${show(domain, 80)} is not an internal domain` : 'it has no domain'} (${domains}).`,
      'near-miss': `${is} is not in the internal directory; the nearest address there is ${show(directory.nearest ?? '', 120)}.`,
      unknown: `${is} is not in the internal directory, which holds ${count(directory.addressCount, 'address')}.`,
    };
    return fail(expected, {
      kind,
      summary: words[kind],
      expected: directory.nearest ?? 'an address of the internal directory',
      actual: nameId.value,
      difference: directory.nearest === undefined ? undefined : difference(directory.nearest, nameId.value)?.marked,
      at: place(assertionDocument, nameId.element),
      remedies: ['add-address', 'check-name-id'],
    });
  },
});
