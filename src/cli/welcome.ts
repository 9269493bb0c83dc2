/** What somebody needs to know who has just started a harness. */

import type { Config } from '../config/load.js';
import type { Harness } from '../harness/create-harness.js';
import { accountWarnings } from '../sp/account.js';

export interface Welcome {
  /** Service provider and inspector. */
  readonly url: string;
  readonly entraUrl?: string;
  readonly accountCode: string;
  readonly region: string;
  /** Rehearsed beside that one. */
  readonly furtherAccounts: readonly {
    readonly accountCode: string;
    readonly region: string;
    readonly identifier: string;
    readonly replyUrl: string;
  }[];
  /** What is odd about account codes and regions, and that nothing is imported yet. */
  readonly warnings: readonly string[];
  /** What to enter in Entra ID, by the names of its fields. */
  readonly basicSamlConfiguration: {
    readonly identifier: string;
    readonly replyUrl: string;
    readonly signOnUrl: string;
  };
  readonly metadataUrl: string;
  readonly signIn: string;
  /** File of the claim contract that logins are held against. */
  readonly contract?: string;
  /** Folder that login records are written to. */
  readonly record?: string;
  /** Port on which the vendor's host names are answered for. */
  readonly verbatimPort?: number;
}

export async function welcome(harness: Harness, config: Config): Promise<Welcome> {
  const { serviceProvider: sp, directory, authenticationProfile } = await harness.serviceProvider.setup();
  const [, ...further] = harness.serviceProvider.accounts.map(({ account }) => account());
  const [user] = directory.addresses;
  const entraUrl = config.entra ? harness.entra.url : undefined;
  return {
    url: harness.url,
    ...(entraUrl !== undefined && { entraUrl }),
    accountCode: config.accountCode,
    region: config.region,
    furtherAccounts: further.map(({ accountCode, region, entityId, assertionConsumerServiceUrl: replyUrl }) => ({
      accountCode,
      region,
      identifier: entityId,
      replyUrl,
    })),
    warnings: [
      ...[config, ...config.accounts].flatMap(({ accountCode, region }) => accountWarnings(accountCode, region)),
      ...(authenticationProfile.signingCertificates.length > 0
        ? []
        : [
            `No identity provider is known, so no login can be accepted: start with --idp-metadata, or import its metadata at ${harness.url}/setup/authentication-profile.`,
          ]),
    ],
    basicSamlConfiguration: {
      identifier: sp.entityId,
      replyUrl: sp.assertionConsumerServiceUrl,
      signOnUrl: sp.signOnUrl,
    },
    metadataUrl: sp.metadataUrl,
    ...(config.contract !== undefined && { contract: config.contract }),
    ...(config.record !== undefined && { record: config.record }),
    ...(harness.verbatim && { verbatimPort: harness.verbatim.port }),
    signIn: `${harness.serviceProvider.site().signOnUrl}${user ? `?email=${encodeURIComponent(user.email).replaceAll('%40', '@')}` : ''}`,
  };
}

/** All share a Reply URL but on the vendor's host names, where each region has its own. */
const further = ({ furtherAccounts, basicSamlConfiguration: { replyUrl: shared } }: Welcome): string =>
  furtherAccounts
    .map(({ accountCode, region, identifier, replyUrl }) => {
      const own = replyUrl === shared ? '' : `, Reply URL ${replyUrl}`;
      return `    Account ${accountCode}, ${region}: Identifier ${identifier}${own}\n`;
    })
    .join('');

const alsoDone = ({ contract, record }: Welcome): string =>
  [
    ...(contract === undefined ? [] : [`\n  Every login is held against the claim contract ${contract}.`]),
    ...(record === undefined ? [] : [`\n  The record of every answered login is written to ${record}.`]),
  ].join('');

export function welcomeText(facts: Welcome, color: boolean): string {
  const bold = (text: string) => (color ? `\u001b[1m${text}\u001b[22m` : text);
  const { identifier, replyUrl, signOnUrl } = facts.basicSamlConfiguration;
  return `
  ${bold('Service provider and inspector')}   ${facts.url}
${facts.entraUrl === undefined ? '' : `  ${bold('Stand-in for Entra ID')}            ${facts.entraUrl}\n`}
  Rehearses Mimecast account ${facts.accountCode}, region ${facts.region}. It is not Mimecast.
${facts.warnings.map((warning) => `  ${bold('Warning')}: ${warning}\n`).join('')}
  To enter in Entra ID: Enterprise applications > the app > Single sign-on > Basic SAML Configuration
    Identifier (Entity ID)   ${identifier}
    Reply URL (ACS)          ${replyUrl}
    Sign-on URL              ${signOnUrl}
${further(facts)}${alsoDone(facts)}
${facts.verbatimPort === undefined ? '' : `  Verbatim on port ${facts.verbatimPort}: run "saml-rehearsal browser", which finds these host names here.\n\n`}  First login: open ${facts.signIn}
  Then see what arrived: ${facts.url}/logins/latest
  Ctrl-C stops it.

`;
}
