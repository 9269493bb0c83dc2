import { type Command, InvalidArgumentError, Option } from 'commander';
import { collected } from './collected.js';

/** Flags that say what a message is judged against, as commander hands them over. */
export interface JudgingFlags {
  readonly profile?: 'mimecast' | 'generic';
  readonly entityId?: string;
  readonly acs?: string;
  readonly idpMetadata?: string;
  readonly idpCert?: readonly string[];
  readonly idpEntityId?: string;
  readonly spKey?: readonly string[];
  readonly requestId?: string;
  readonly at?: string;
  readonly clockSkew?: number;
  readonly secondOpinion: boolean;
  readonly contract?: string;
}

/** `check` has one of its own. */
export function addContractFlag(command: Command): Command {
  return command.option('--contract <file>', 'hold the claims against this contract as well, YAML or JSON');
}

export function addJudgingFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--profile <name>', 'whose rules: mimecast or generic (default: by the entity ID)').choices([
        'mimecast',
        'generic',
      ]),
    )
    .option('--entity-id <uri>', 'Identifier (Entity ID) of the service provider: the expected audience')
    .option('--acs <url>', 'Reply URL (ACS) the message was posted to: the expected Destination and Recipient')
    .option('--idp-metadata <file|url>', 'federation metadata of the IdP; for Entra the App Federation Metadata Url')
    .addOption(
      new Option('--idp-cert <file>', "the IdP's signing certificate in any form: PEM, DER, bare base64 (repeatable)")
        .argParser(collected)
        .conflicts('idpMetadata'),
    )
    .addOption(
      new Option('--idp-entity-id <uri>', 'expected Issuer, when there is no metadata').conflicts('idpMetadata'),
    )
    .addOption(
      new Option('--sp-key <file>', 'private key for an encrypted assertion, PEM (repeatable)').argParser(collected),
    )
    .option('--request-id <id>', 'ID of the AuthnRequest the message should answer')
    .option('--at <instant>', 'when to judge: an instant (ISO 8601), "issued" (when the message was issued) or "now"')
    .addOption(
      new Option('--clock-skew <seconds>', 'tolerated difference between two clocks (default: 180)').argParser(seconds),
    )
    .option('--no-second-opinion', 'do not ask node-saml');
}

function seconds(value: string): number {
  const given = secondsOf(value);
  if (given === undefined) throw new InvalidArgumentError('Give seconds, 0 to 86400.');
  return given;
}

/** Seconds of a clock skew as somebody wrote them; undefined for what is none. */
export function secondsOf(text: string): number | undefined {
  const number = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && number <= 86_400 ? number : undefined;
}
