import { NAME_ID_FORMAT } from '../../saml/names.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { lastSegment, show } from '../show.js';
import { entraSso, samlCore } from '../sources.js';

export const nameIdFormatExpected = defineCheck({
  id: 'name-id-format-expected',
  title: 'NameID has the format that was asked for',
  stage: 'subject',
  severity: 'warning',
  why: 'The format says how to read the identifier. When a request asks for one, Entra gives that one, whatever is set in the portal.',
  spec: [samlCore('3.4.1.1'), samlCore('8.3'), entraSso('NameIDPolicy')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    'not-as-requested': 'another format than the request asked for',
    'not-preferred': 'another format than this service provider prefers',
    'other-service-provider': 'SPNameQualifier names another service provider',
  },
  remedies: ['name-id-mail', 'ask-for-email-format'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const nameId = assertion.subject?.nameIds[0];
    if (!nameId) return notApplicable('There is no NameID.');
    const { entityId, nameIdFormat } = expected.serviceProvider;
    const at = () => place(assertionDocument, nameId.element);
    const { spNameQualifier } = nameId;
    if (spNameQualifier !== undefined && entityId !== undefined && spNameQualifier !== entityId) {
      return fail(expected, {
        kind: 'other-service-provider',
        summary: `The NameID was made for another service provider: SPNameQualifier is ${show(spNameQualifier, 120)}, not ${show(entityId, 120)}.`,
        expected: entityId,
        actual: spNameQualifier,
        at,
        severity: nameId.format === NAME_ID_FORMAT.persistent ? 'error' : undefined,
        remedies: ['ask-for-email-format', 'name-id-mail'],
      });
    }
    const asked = expected.correlation.requestedNameIdFormat;
    const wanted = asked ?? nameIdFormat;
    if (wanted === undefined || wanted === NAME_ID_FORMAT.unspecified) {
      return notApplicable('No particular format was asked for.');
    }
    const format = nameId.format ?? NAME_ID_FORMAT.unspecified;
    if (format === wanted) return pass();
    return fail(expected, {
      kind: asked === undefined ? 'not-preferred' : 'not-as-requested',
      summary: `NameID has the format ${show(lastSegment(format), 80)}; ${asked === undefined ? 'this service provider prefers' : 'the request asked for'} ${show(lastSegment(wanted), 80)}.`,
      expected: wanted,
      actual: nameId.format ?? 'no Format (unspecified)',
      at,
      remedies: ['name-id-mail', 'ask-for-email-format'],
    });
  },
});
