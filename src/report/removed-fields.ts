/** Which fields of a message redaction changes: listed for the person who shares, and for the one who reads. */

import { lastSegment } from '../diagnosis/show.js';
import type { ReportedMessage } from './reported-message.js';

/** One field by the name people use, with every value it has. */
export interface MessageField {
  readonly field: string;
  /** Full name, where `field` is only the last part of it. */
  readonly name?: string;
  readonly values: readonly string[];
}

/** The same field, and what stands in the report in place of its values. */
export interface RemovedField extends MessageField {
  readonly becomes: readonly string[];
}

/** Values of these fields are in the report only as fingerprints. */
export function removedFields(message: ReportedMessage, replace: (text: string) => string): RemovedField[] {
  return fieldsOf(message)
    .map((one) => ({ ...one, becomes: one.values.map(replace) }))
    .filter(({ values, becomes }) => becomes.some((value, index) => value !== values[index]));
}

/** Fields of the message and of what it was judged against, in the order a reader meets them. */
function fieldsOf({ claims, ...message }: ReportedMessage): MessageField[] {
  const { assertion, received, settings, judgedAgainst } = message;
  const named: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['NameID', [assertion?.subject?.nameId]],
    ...Object.entries(claims).map(([name, values]) => [`claim ${name}`, values] as const),
    ...idsAndParties(message),
    ['RelayState', [received?.relayState]],
    ['Delivered to', [received?.acsUrl]],
    ['Service provider’s Entity ID', [settings?.entityId ?? judgedAgainst?.entityId]],
    ['Service provider’s ACS URL', [settings?.acsUrl ?? judgedAgainst?.assertionConsumerServiceUrl]],
    ['Identity provider’s Entity ID', [settings?.idpEntityId ?? judgedAgainst?.idpEntityId]],
    ['Metadata URL', [settings?.idpMetadataUrl]],
  ];
  return named.flatMap(([field, given]) => {
    const values = [...new Set(given.filter((value) => value !== undefined && value !== ''))] as string[];
    if (values.length === 0) return [];
    const name = field.startsWith('claim ') ? field.slice(6) : undefined;
    return [name === undefined ? { field, values } : { field: `Claim ${lastSegment(name)}`, name, values }];
  });
}

function idsAndParties({ response, assertion }: Partial<ReportedMessage>) {
  const confirmations = assertion?.subject?.confirmations ?? [];
  return [
    ['Issuer', [response?.issuer, assertion?.issuer]],
    ['Audience', assertion?.conditions?.audiences ?? []],
    ['Destination', [response?.destination]],
    ['Recipient', confirmations.map(({ recipient }) => recipient)],
    ['Response ID', [response?.id]],
    ['Assertion ID', [assertion?.id]],
    ['InResponseTo', [response?.inResponseTo, ...confirmations.map(({ inResponseTo }) => inResponseTo)]],
    ['SessionIndex', [assertion?.authn?.sessionIndex]],
  ] as const;
}
