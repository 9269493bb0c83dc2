import type { AudienceRestriction } from '../../saml/types.js';
import { defineCheck, type Outcome } from '../check.js';
import { type Difference, difference } from '../difference.js';
import type { Expectations } from '../expectations.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import type { RemedyId } from '../remedies.js';
import { count, listed, show } from '../show.js';
import { entraSso, mimecastTutorial, samlCore, samlProfiles } from '../sources.js';

const kinds = {
  missing: 'no audience is named at all',
  'spn-prefix': 'Entra put spn: before it: the Issuer of the request was a bare application ID',
  'bare-guid': 'a bare GUID (application ID) instead of the Identifier',
  'reply-url': 'the Reply URL instead of the Identifier',
  region: 'another Mimecast region',
  'account-code': 'another Mimecast account',
  'generic-form': "Mimecast's other form of entityID (host.CODE against https://host/sso/CODE)",
  'scheme-missing': 'https:// is missing',
  scheme: 'http against https',
  case: 'upper and lower case',
  'host-case': 'the host in another case',
  'trailing-slash': 'the slash at the end',
  port: 'another port',
  'default-port': 'the default port written out',
  path: 'another path',
  host: 'another host',
  query: 'the part after ?',
  fragment: 'the part after #',
  'percent-encoding': 'characters encoded differently',
  'white-space': 'white space or invisible characters',
  empty: 'it is empty',
  'one-of-several': 'one AudienceRestriction names this service provider, another does not: all must',
  different: 'another service provider',
} as const;
type Kind = keyof typeof kinds;

export const audienceMatches = defineCheck({
  id: 'audience-matches',
  title: 'The assertion is for this service provider',
  stage: 'parties',
  severity: 'error',
  why: 'The audience is the Identifier (Entity ID) of the service provider the assertion was made for, compared letter by letter. Of several AudienceRestrictions every one must name it; within one, any Audience may.',
  spec: [samlCore('2.5.1.4'), samlProfiles('4.1.4.2'), entraSso('Audience'), mimecastTutorial('Identifier')],
  needs: ['assertion', 'assertionDocument'],
  kinds,
  remedies: ['set-identifier', 'send-identifier-as-issuer', 'check-account-code', 'write-conditions'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { entityId, audienceOptional } = expected.serviceProvider;
    const [conditions] = assertion.conditions;
    if (!conditions) return notApplicable('There are no Conditions: see conditions-present.');
    const restrictions = assertion.conditions.flatMap(({ audienceRestrictions }) => audienceRestrictions);
    const all = restrictions.flatMap(({ audiences }) => audiences.map(({ value }) => value));
    if (restrictions.length === 0 && audienceOptional)
      return notApplicable('There is no AudienceRestriction, and none is demanded.');
    if (entityId === undefined) {
      return notApplicable(
        `The entityID of this service provider is not known: give it (--entity-id, entityId)${all[0] === undefined ? '' : `. The message says ${show(all[0], 120)}`}.`,
      );
    }
    const failing = restrictions.find(({ audiences }) => !audiences.some(({ value }) => value === entityId));
    if (restrictions.length > 0 && !failing) return pass(`For ${show(entityId)}.`);
    const nearest = failing && nearestTo(entityId, failing);
    const kind = kindOf(nearest, restrictions.length, all.includes(entityId), expected);
    return fail(expected, {
      kind,
      summary: sentence(kind, entityId, nearest, expected),
      expected: entityId,
      actual:
        all.length === 0
          ? 'no Audience'
          : listed(
              (failing ?? { audiences: [] }).audiences.map(({ value }) => show(value, 120)),
              'or',
            ),
      difference: nearest?.difference.marked,
      at: place(assertionDocument, nearest?.element ?? failing?.element ?? conditions.element),
      remedies: REMEDIES[kind] ?? ['set-identifier', 'check-account-code'],
    });
  },
});

interface Nearest {
  readonly value: string;
  readonly element: AudienceRestriction['audiences'][number]['element'];
  readonly difference: Difference;
  readonly others: number;
}

const REMEDIES: Readonly<Partial<Record<Kind, readonly [RemedyId, ...RemedyId[]]>>> = {
  'spn-prefix': ['set-identifier', 'send-identifier-as-issuer'],
  'bare-guid': ['set-identifier', 'send-identifier-as-issuer'],
  missing: ['set-identifier', 'write-conditions'],
};

/** Of several audiences the one that differs in the most telling way. */
function nearestTo(entityId: string, { audiences }: AudienceRestriction): Nearest | undefined {
  const candidates = audiences.flatMap(({ value, element }) => {
    const found = difference(entityId, value);
    return found ? [{ value, element, difference: found, others: audiences.length - 1 }] : [];
  });
  return candidates.find(({ difference: { kind } }) => kind !== 'different' && kind !== 'host') ?? candidates[0];
}

function kindOf(
  nearest: Nearest | undefined,
  restrictions: number,
  namedElsewhere: boolean,
  expected: Expectations,
): Kind {
  if (!nearest) return 'missing';
  if (restrictions > 1 && namedElsewhere) return 'one-of-several';
  if (nearest.value === expected.serviceProvider.assertionConsumerServiceUrl) return 'reply-url';
  return nearest.difference.kind in kinds ? (nearest.difference.kind as Kind) : 'different';
}

function sentence(kind: Kind, entityId: string, nearest: Nearest | undefined, expected: Expectations): string {
  const wanted = show(entityId, 150);
  if (!nearest) return `The assertion does not say that it is for ${wanted}: it names no audience at all.`;
  const is = show(nearest.value, 150);
  const more =
    nearest.others > 0 ? ` (and ${count(nearest.others, 'other audience')} besides, none of them right)` : '';
  if (kind === 'one-of-several')
    return `One AudienceRestriction names ${wanted}, but another allows only ${is}; every one of them must hold.`;
  if (kind === 'reply-url')
    return `The assertion is for ${is}: that is the Reply URL, where the Identifier ${wanted} belongs.`;
  const own = expected.serviceProvider.knownUrls?.find(({ url }) => url === nearest.value);
  const why = own && kind === 'different' ? own.what : nearest.difference.words;
  return `The assertion is for ${is}${more}, not for ${wanted}: ${why}.`;
}
