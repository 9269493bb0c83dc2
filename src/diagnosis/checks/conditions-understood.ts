import type { Conditions } from '../../saml/types.js';
import type { XmlDocument, XmlElement } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import type { Expectations } from '../expectations.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { show } from '../show.js';
import { samlCore } from '../sources.js';

export const conditionsUnderstood = defineCheck({
  id: 'conditions-understood',
  title: 'Every condition is understood and makes sense',
  stage: 'conditions',
  severity: 'error',
  why: 'A condition that is not understood makes the whole assertion indeterminate, and it must then not be relied on. Two Conditions elements, or a window that ends before it begins, make no sense.',
  spec: [samlCore('2.5.1'), samlCore('2.5.1.1'), samlCore('2.5.1.2')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    several: 'more than one Conditions element',
    unknown: 'a condition nobody here understands',
    inverted: 'NotOnOrAfter is not after NotBefore',
  },
  remedies: ['known-conditions-only', 'write-conditions'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { conditions } = assertion;
    const [first, second] = conditions;
    if (!first) return notApplicable('There are no Conditions: see conditions-present.');
    if (second) {
      return fail(expected, {
        kind: 'several',
        summary: `The assertion has ${conditions.length} Conditions elements; one is allowed.`,
        expected: 'one Conditions',
        actual: `${conditions.length} Conditions`,
        at: place(assertionDocument, second.element),
        remedies: ['write-conditions'],
      });
    }
    const [unknown] = first.unknown;
    if (unknown) return notUnderstood(unknown, assertionDocument, expected);
    return invertedWindow(first, assertionDocument, expected) ?? understood(first);
  },
});

function notUnderstood(unknown: XmlElement, document: XmlDocument, expected: Expectations): Outcome {
  return fail(expected, {
    kind: 'unknown',
    summary: `Conditions holds ${show(unknown.localName, 80)}, which is not understood here; the assertion must then not be relied on.`,
    expected: 'AudienceRestriction, OneTimeUse or ProxyRestriction',
    actual: `${show(unknown.localName, 80)} in ${show(unknown.namespace, 120)}`,
    at: place(document, unknown),
    remedies: ['known-conditions-only'],
  });
}

function invertedWindow(conditions: Conditions, document: XmlDocument, expected: Expectations): Outcome | undefined {
  const { notBefore, notOnOrAfter, element } = conditions;
  if (notBefore?.ms === undefined || notOnOrAfter?.ms === undefined || notOnOrAfter.ms > notBefore.ms) return undefined;
  return fail(expected, {
    kind: 'inverted',
    summary: `The assertion ends (${show(notOnOrAfter.text, 60)}) before it begins (${show(notBefore.text, 60)}): it is never valid.`,
    expected: `after ${notBefore.text}`,
    actual: notOnOrAfter.text,
    at: place(document, element),
    remedies: ['write-conditions'],
  });
}

function understood({ oneTimeUse, proxyRestriction }: Conditions): Outcome {
  const kept = [
    oneTimeUse && 'OneTimeUse (kept: no assertion is taken twice)',
    proxyRestriction && 'ProxyRestriction (kept: nothing is passed on)',
  ];
  const words = kept.filter((one) => one !== false).join(', ');
  return pass(words === '' ? undefined : `Understood: ${words}.`);
}
