import { lastSegment } from '../../../diagnosis/show.js';
import type { Encryption, Evidence, Signature } from '../../../saml/evidence.js';
import type { Certificate } from '../../../saml/parties.js';
import { isSound } from '../../../saml/sound-signature.js';
import { Badge } from '../badge.js';
import { Text, Value } from '../text.js';
import { CertificateFacts } from './certificate-facts.js';

interface SignaturesProps {
  readonly evidence: Partial<Evidence>;
  readonly published: readonly Certificate[];
  /** Now, for the certificates' age. */
  readonly now: Date;
}

/** Every signature with what it covers and whether it holds; every certificate, published and embedded, side by side. */
export function Signatures({ evidence, published, now }: SignaturesProps) {
  const signatures = evidence.signatures ?? [];
  return (
    <section id="signature" aria-labelledby="signature-head">
      <h2 id="signature-head">Signature and certificates</h2>
      {signatures.length === 0 ? <p class="quiet">No signature was found in the message.</p> : null}
      {signatures.map((signature, index) => (
        <SignatureFacts key={index} signature={signature} number={index + 1} />
      ))}
      {evidence.encryption ? <EncryptionFacts encryption={evidence.encryption} /> : null}
      <h3>Certificates</h3>
      <Certificates signatures={signatures} published={published} now={now} />
    </section>
  );
}

function SignatureFacts({ signature, number }: { readonly signature: Signature; readonly number: number }) {
  const holds = isSound(signature);
  return (
    <article class="card signature">
      <header>
        <Badge tone={holds ? 'good' : 'bad'}>{holds ? 'Holds' : 'Does not hold'}</Badge>
        <h3>
          Signature {number}, on the {signature.on === 'elsewhere' ? 'wrong element' : signature.on}
        </h3>
      </header>
      <dl class="facts">
        <dt>Covers</dt>
        <dd>{covered(signature)}</dd>
        <dt>Content</dt>
        <dd>{DIGEST_WORDS[signature.digest]}</dd>
        {signature.digest === 'differs' ? <Digests signature={signature} /> : null}
        <dt>Signature value</dt>
        <dd>{VALUE_WORDS[signature.value]}</dd>
        <dt>Algorithms</dt>
        <dd>
          <Text value={algorithms(signature)} max={300} />
        </dd>
        {signature.problems.map(({ detail }, index) => (
          <Problem key={index} detail={detail} />
        ))}
      </dl>
    </article>
  );
}

const DIGEST_WORDS = {
  matches: 'unchanged since it was signed (the digest matches)',
  differs: 'changed since it was signed (the digest differs)',
  'not-computed': 'not computed: the signature is not sound',
} as const;

const VALUE_WORDS = {
  verifies: 'verifies with a published certificate',
  'verifies-with-embedded-key': 'verifies only with the certificate the message itself brought, which proves nothing',
  fails: 'does not verify with any published certificate',
  'not-checked': 'not checked',
} as const;

function covered({ referenced, referenceUri }: Signature) {
  if (!referenced) return <span class="quiet">nothing in this message</span>;
  return (
    <>
      the {referenced.localName} element{' '}
      <span class="quiet mono small">
        <Text value={referenceUri ?? ''} max={120} />
      </span>
    </>
  );
}

function Digests({ signature }: { readonly signature: Signature }) {
  return (
    <>
      <dt>Digest signed</dt>
      <dd>
        <Value value={signature.digestExpected ?? ''} />
      </dd>
      <dt>Digest now</dt>
      <dd>
        <Value value={signature.digestActual ?? ''} />
      </dd>
    </>
  );
}

function Problem({ detail }: { readonly detail: string }) {
  return (
    <>
      <dt>Problem</dt>
      <dd>
        <Text value={detail} max={600} />
      </dd>
    </>
  );
}

function algorithms({ signatureMethod, digestMethod, canonicalizationMethod }: Signature): string {
  const name = (uri: string | undefined) => (uri === undefined ? 'none given' : lastSegment(uri));
  return `${name(signatureMethod)}, digest ${name(digestMethod)}, ${name(canonicalizationMethod)}`;
}

function EncryptionFacts({ encryption }: { readonly encryption: Encryption }) {
  const isOpen = encryption.outcome === 'decrypted';
  return (
    <article class="card signature">
      <header>
        <Badge tone={isOpen ? 'good' : 'bad'}>{isOpen ? 'Decrypted' : 'Not decrypted'}</Badge>
        <h3>Encrypted assertion</h3>
      </header>
      <dl class="facts">
        <dt>Algorithms</dt>
        <dd>
          <Text
            value={[encryption.blockAlgorithm, encryption.keyTransport]
              .map((uri) => lastSegment(uri ?? 'none'))
              .join(', ')}
            max={300}
          />
        </dd>
        {encryption.detail === undefined ? null : <Problem detail={encryption.detail} />}
      </dl>
    </article>
  );
}

function Certificates({
  signatures,
  published,
  now,
}: Omit<SignaturesProps, 'evidence'> & { readonly signatures: readonly Signature[] }) {
  const embedded = new Map(
    signatures.flatMap(({ embeddedCertificates }) => embeddedCertificates.map((one) => [one.thumbprintSha256, one])),
  );
  const isPublished = (one: Certificate) => published.some((other) => other.thumbprintSha256 === one.thumbprintSha256);
  const strangers = [...embedded.values()].filter((one) => !isPublished(one));
  if (published.length + strangers.length === 0) return <p class="quiet">None is published and none came along.</p>;
  return (
    <div class="certificates">
      {published.map((certificate) => (
        <CertificateFacts
          key={certificate.thumbprintSha256}
          certificate={certificate}
          now={now}
          origin={embedded.has(certificate.thumbprintSha256) ? 'Published, and in the message' : 'Published'}
          tone="good"
        />
      ))}
      {strangers.map((certificate) => (
        <CertificateFacts
          key={certificate.thumbprintSha256}
          certificate={certificate}
          now={now}
          origin="In the message, not published"
          tone="warn"
        />
      ))}
    </div>
  );
}
