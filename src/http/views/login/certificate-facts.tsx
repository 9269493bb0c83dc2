import type { Certificate } from '../../../saml/parties.js';
import { Badge } from '../badge.js';
import { CopyButton } from '../copy-button.js';
import { Text } from '../text.js';

const DAY = 86_400_000;
const WARN_DAYS = 60;

interface CertificateFactsProps {
  readonly certificate: Certificate;
  readonly now: Date;
  /** Where it was found, in words. */
  readonly origin: string;
  readonly tone: 'good' | 'warn';
}

/** A certificate as the Entra portal shows it: thumbprint, and how much of its life is left. */
export function CertificateFacts({ certificate, now, origin, tone }: CertificateFactsProps) {
  const { subject, notBefore, notAfter, thumbprintSha1, thumbprintSha256 } = certificate;
  return (
    <article class="card certificate">
      <header>
        <Badge tone={tone}>{origin}</Badge>
        <h4>
          <Text value={subject} max={200} />
        </h4>
      </header>
      <Life notBefore={notBefore} notAfter={notAfter} now={now} />
      <dl class="facts">
        <dt>Thumbprint</dt>
        <dd class="with-copy">
          <span class="mono small">{thumbprintSha1}</span> <CopyButton what="thumbprint" value={thumbprintSha1} />
        </dd>
        <dt>SHA-256</dt>
        <dd class="with-copy">
          <span class="mono small">{thumbprintSha256}</span>{' '}
          <CopyButton what="SHA-256 thumbprint" value={thumbprintSha256} />
        </dd>
      </dl>
    </article>
  );
}

/** Life of a certificate as a bar with the part that is gone, and in words. */
function Life({ notBefore, notAfter, now }: { readonly notBefore: Date; readonly notAfter: Date; readonly now: Date }) {
  const whole = Math.max(1, notAfter.getTime() - notBefore.getTime());
  const gone = Math.min(1, Math.max(0, (now.getTime() - notBefore.getTime()) / whole));
  const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY);
  const state = days < 0 ? 'over' : days < WARN_DAYS ? 'soon' : 'fine';
  return (
    <div class={`life ${state}`}>
      <svg viewBox="0 0 300 8" preserveAspectRatio="none" height="8" aria-hidden="true">
        <rect width="300" height="8" rx="2" class="life-whole" />
        <rect width={Math.max(2, 300 * gone)} height="8" rx="2" class="life-gone" />
      </svg>
      <p>
        {day(notBefore)} to {day(notAfter)}: <strong>{lifeInWords(days, notBefore > now)}</strong>
      </p>
    </div>
  );
}

const day = (date: Date) => date.toISOString().slice(0, 10);

function lifeInWords(days: number, isFuture: boolean): string {
  if (isFuture) return 'not valid yet';
  if (days < 0) return `expired ${-days} day${days === -1 ? '' : 's'} ago`;
  return `${days} day${days === 1 ? '' : 's'} left`;
}
