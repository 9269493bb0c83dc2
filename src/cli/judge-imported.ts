/** Imported messages → judged ones, with what the input itself knows filling what the flags leave open. */

import { HarnessError } from '../errors.js';
import type { ImportedMessage } from '../import/imported-message.js';
import {
  type DiagnoseOptions,
  diagnoseMessage,
  diagnoseWith,
  type MessageDiagnosis,
} from '../logins/diagnose-message.js';
import type { ReportedMessage } from '../report/reported-message.js';
import type { SecondOpinionSource } from '../sp/second-opinion.js';
import type { CliIo } from './cli-io.js';
import type { JudgingSettings } from './read-settings.js';
import { recordedSettings } from './recorded-settings.js';

/**
 * The messages a service provider would have to judge: responses, else whatever was taken for one.
 *
 * @throws HarnessError `NOT_A_MESSAGE`, `METADATA_GIVEN` when there is nothing to judge
 */
export function messagesToJudge(messages: readonly ImportedMessage[]): ImportedMessage[] {
  const responses = messages.filter(({ kind }) => kind === 'response' || kind === 'assertion');
  if (responses.length > 0) return responses;
  const others = messages.filter(({ kind, hint }) => kind !== 'metadata' && hint === undefined);
  if (others.length > 0) return others;
  const [first] = messages;
  if (first?.kind === 'metadata') {
    throw new HarnessError(
      'METADATA_GIVEN',
      `${first.source} is metadata, not a message.`,
      'Give the response as the argument, and this file with --idp-metadata.',
    );
  }
  throw new HarnessError(
    'NOT_A_MESSAGE',
    `There is no SAML message in ${first?.source ?? 'it'}. ${first?.hint ?? ''}`.trim(),
    'Give raw XML, base64, a form body, a URL, a HAR file, a SAML-tracer export, a login record or the posting page.',
  );
}

/** @param opinions asked for the second opinion; default: a source for this message alone */
export async function judgeImported(
  message: ImportedMessage,
  settings: JudgingSettings,
  io: Pick<CliIo, 'clock'>,
  opinions?: SecondOpinionSource,
): Promise<ReportedMessage> {
  const options = optionsFor(message, settings, io);
  const judged = await (opinions
    ? diagnoseWith(opinions, message.received, options)
    : diagnoseMessage(message.received, options));
  const notes = [...message.notes, ...hints(judged, options, settings)];
  return { ...reported(message, judged, notes), judgedAgainst: judgedAgainst(options) };
}

function optionsFor(message: ImportedMessage, settings: JudgingSettings, io: Pick<CliIo, 'clock'>): DiagnoseOptions {
  const recorded = message.record ? recordedSettings(message.record) : {};
  const { identityProvider: given } = settings;
  const knowsProvider = given.metadata !== undefined || given.signingCertificates !== undefined;
  const requestId = settings.requestId ?? message.request?.id;
  const relayState = message.received.relayState;
  const at = settings.at ?? (message.at === undefined ? undefined : new Date(message.at));
  const clockSkewMs = settings.clockSkewMs ?? recorded.clockSkewMs;
  return {
    serviceProvider: {
      ...(message.sentTo !== undefined && { assertionConsumerServiceUrl: message.sentTo }),
      ...recorded.serviceProvider,
      ...settings.serviceProvider,
    },
    identityProvider: knowsProvider ? given : { ...recorded.identityProvider, ...given },
    ...(at && { at }),
    ...(clockSkewMs !== undefined && { clockSkewMs }),
    ...(requestId !== undefined && { requestId }),
    ...(message.request?.xml !== undefined && { requestXml: message.request.xml }),
    ...(relayState !== undefined && { relayState }),
    ...(message.httpDate !== undefined &&
      !Number.isNaN(Date.parse(message.httpDate)) && { httpDate: new Date(message.httpDate) }),
    secondOpinion: settings.secondOpinion,
    ...(settings.contract && { contract: settings.contract }),
    clock: io.clock,
  };
}

function reported(message: ImportedMessage, judged: MessageDiagnosis, notes: readonly string[]): ReportedMessage {
  const { accepted, rootCause, findings, at, ...rest } = judged;
  return {
    ...rest,
    name: message.source,
    judgedAt: at.toISOString(),
    diagnosis: { accepted, rootCause, findings },
    received: { at: message.at ?? at.toISOString(), ...message.received },
    repairs: message.repairs,
    notes,
    ...(message.xml !== undefined && { xml: message.xml }),
  };
}

function judgedAgainst({ serviceProvider: sp = {}, identityProvider: idp = {}, requestId }: DiagnoseOptions) {
  return {
    ...(sp.entityId !== undefined && { entityId: sp.entityId }),
    ...(sp.assertionConsumerServiceUrl !== undefined && {
      assertionConsumerServiceUrl: sp.assertionConsumerServiceUrl,
    }),
    ...(idp.entityId !== undefined && { idpEntityId: idp.entityId }),
    ...(requestId !== undefined && { requestId }),
  };
}

const STALE = new Set(['conditions-not-expired', 'subject-confirmation-in-time', 'session-not-expired']);

function hints(
  { findings }: MessageDiagnosis,
  { identityProvider }: DiagnoseOptions,
  settings: JudgingSettings,
): string[] {
  const found: string[] = [];
  if (identityProvider?.metadata === undefined && identityProvider?.signingCertificates === undefined)
    found.push(
      "Signatures could not be checked: the IdP's keys are not known. Give --idp-metadata <file|url> (for Entra the App Federation Metadata Url) or --idp-cert <file>.",
    );
  const stale = findings.some(({ id, status }) => status === 'fail' && STALE.has(id));
  if (stale && settings.at === undefined)
    found.push('It was judged as of now. A message captured earlier: --at issued judges at the moment it was issued.');
  return found;
}
