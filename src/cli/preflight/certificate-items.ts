import { certificateWords } from '../../diagnosis/certificate-words.js';
import { duration } from '../../diagnosis/time-words.js';
import type { Certificate } from '../../saml/parties.js';
import type { PreflightItem } from './item.js';
import { SAML_CERTIFICATES } from './places.js';

const DAY_MS = 86_400_000;
const SOON_MS = 30 * DAY_MS;
const WEAK_RSA_BITS = 2048;
const ROLL_OVER = `${SAML_CERTIFICATES}: add a new one, give it to the service provider, then make it active.`;

/** The certificate doctor: every published certificate, and whether the service provider holds one of them. */
export function certificateItems(
  published: readonly Certificate[],
  entered: readonly Certificate[],
  at: Date,
): PreflightItem[] {
  const current = published.filter((certificate) => isCurrent(certificate, at));
  return [
    ...published.map((certificate) => itemFor(certificate, at)),
    ...(published.length > 0 && current.length === 0 ? [noneCurrent] : []),
    ...(published.length > 1 ? [several(published.length)] : []),
    ...entered.map((certificate) => enteredItem(certificate, published)),
  ];
}

const noneCurrent: PreflightItem = {
  id: 'certificates',
  status: 'problem',
  summary: 'Not one of the published certificates is valid now.',
  remedy: ROLL_OVER,
};

function several(count: number): PreflightItem {
  return {
    id: 'certificates',
    status: 'warning',
    summary: `${count} certificates are published. Entra publishes inactive ones too, so the first need not be the one that signs.`,
    remedy: 'Let the service provider take all of them, or enter the one that the portal shows as active.',
  };
}

function itemFor(certificate: Certificate, at: Date): PreflightItem {
  const id = `certificate-${certificate.thumbprintSha1.slice(0, 8).toLowerCase()}`;
  const words = certificateWords(certificate);
  const left = certificate.notAfter.getTime() - at.getTime();
  const ahead = certificate.notBefore.getTime() - at.getTime();
  if (ahead > 0)
    return {
      id,
      status: 'problem',
      summary: `${words}: not valid for another ${duration(ahead)}.`,
      remedy: 'Set the clock, or wait.',
    };
  if (left <= 0)
    return { id, status: 'problem', summary: `${words}: expired ${duration(-left)} ago.`, remedy: ROLL_OVER };
  if (left < SOON_MS)
    return { id, status: 'warning', summary: `${words}: expires in ${duration(left)}.`, remedy: ROLL_OVER };
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
  const bits = details?.modulusLength;
  if (type === 'rsa' && bits !== undefined && bits < WEAK_RSA_BITS)
    return { id, status: 'warning', summary: `${words}: its RSA key has only ${bits} bits.`, remedy: ROLL_OVER };
  return { id, status: 'ok', summary: `${words}: ${duration(left)} left.` };
}

function enteredItem(certificate: Certificate, published: readonly Certificate[]): PreflightItem {
  const id = 'entered-certificate';
  const words = certificateWords(certificate);
  if (published.length === 0) return { id, status: 'ok', summary: `Entered at the service provider: ${words}.` };
  if (published.some(({ thumbprintSha256 }) => thumbprintSha256 === certificate.thumbprintSha256))
    return {
      id,
      status: 'ok',
      summary: `The certificate entered at the service provider is published by the IdP: ${words}.`,
    };
  return {
    id,
    status: 'problem',
    summary: `The certificate entered at the service provider is not among those the IdP publishes: ${words}.`,
    remedy: 'Enter the active certificate of the metadata in the Authentication Profile, or import the metadata again.',
  };
}

function isCurrent({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return notBefore <= at && at < notAfter;
}
