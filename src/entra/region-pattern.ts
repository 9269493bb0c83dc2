/** What the gallery offers for Mimecast in Basic SAML Configuration. Source: Microsoft's tutorial of January 2022. */

export interface RegionPattern {
  readonly region: string;
  readonly identifier: string;
  readonly replyUrl: string;
}

export const REGION_PATTERNS: readonly RegionPattern[] = [
  pattern('Europe', 'eu'),
  pattern('United States', 'us'),
  pattern('South Africa', 'za'),
  pattern('Australia', 'au'),
  pattern('Offshore', 'jer'),
];

/** The pattern a value follows, whatever the account code. */
export function patternOf(identifier: string): RegionPattern | undefined {
  return REGION_PATTERNS.find((candidate) => {
    const start = candidate.identifier.replace('<accountcode>', '');
    return identifier.startsWith(start) && /^[A-Za-z0-9]+$/.test(identifier.slice(start.length));
  });
}

function pattern(region: string, prefix: string): RegionPattern {
  const host = `https://${prefix}-api.mimecast.com`;
  return { region, identifier: `${host}/sso/<accountcode>`, replyUrl: `${host}/login/saml` };
}
