import type { Clock } from '../clock.js';
import { HarnessError } from '../errors.js';
import { certificateFromPem } from '../saml/certificates.js';
import type { Certificate } from '../saml/parties.js';
import type { KeyPair, Keys } from './key-vault.js';

/** One signing certificate of the application. */
export interface SigningCertificate {
  /** Name in the key vault. */
  readonly name: string;
  readonly certificate: Certificate;
  readonly isActive: boolean;
  readonly keys: KeyPair;
}

/** What is kept of the certificates besides the keys themselves. */
export interface CertificateState {
  readonly names: readonly string[];
  readonly active: string | null;
  /** How many were ever made: the name of a deleted one is not given again. */
  readonly made: number;
}

/** SAML Certificates of the application: created, activated, rolled over. */
export interface SigningCertificates {
  /** All of them, the oldest first; the first one is made when nobody has asked before. */
  list(): Promise<readonly SigningCertificate[]>;
  /**
   * New certificate: inactive, three years, beginning now unless told otherwise (dates in the past let an expiry be rehearsed).
   */
  create(validity?: { readonly notBefore?: Date; readonly notAfter?: Date }): Promise<SigningCertificate>;
  /** Make certificate active; the one before becomes inactive. @throws HarnessError `CERTIFICATE_UNKNOWN` */
  activate(thumbprint: string): Promise<void>;
  /** Not in the portal as such: leaves the application without an active certificate, for AADSTS50003. */
  deactivate(): Promise<void>;
  /** Delete certificate. @throws HarnessError `CERTIFICATE_UNKNOWN`, `CERTIFICATE_ACTIVE` */
  remove(thumbprint: string): Promise<void>;
  /** The one that signs now; `undefined` when no key is configured. */
  current(): Promise<SigningCertificate | undefined>;
  state(): CertificateState;
}

const FIRST = 'saml-signing-1';

export function createSigningCertificates(
  keys: Keys,
  clock: Clock,
  initial: CertificateState | undefined,
  changed: () => void,
): SigningCertificates {
  let state: CertificateState = initial ?? { names: [FIRST], active: FIRST, made: 1 };
  const set = (next: CertificateState) => {
    state = next;
    changed();
  };
  const read = async (name: string): Promise<SigningCertificate> => {
    const pair = await keys.get(name, { notBefore: clock.now() });
    return { name, certificate: certificateFromPem(pair.certificatePem), isActive: name === state.active, keys: pair };
  };
  const list = () => Promise.all(state.names.map(read));
  const find = async (thumbprint: string) => byThumbprint(await list(), thumbprint);
  return {
    list,
    state: () => state,
    async create({ notBefore = clock.now(), notAfter } = {}) {
      const made = state.made + 1;
      const name = `saml-signing-${made}`;
      state = { ...state, made, names: [...state.names, name] };
      await keys.get(name, { notBefore, ...(notAfter ? { notAfter } : {}) });
      changed();
      return read(name);
    },
    activate: async (thumbprint) => set({ ...state, active: (await find(thumbprint)).name }),
    deactivate: async () => set({ ...state, active: null }),
    async remove(thumbprint) {
      const { name, isActive } = await find(thumbprint);
      if (isActive) throw active();
      set({ ...state, names: state.names.filter((kept) => kept !== name) });
    },
    current: async () => signer(await list(), clock.now()),
  };
}

/** SHA-1 or SHA-256, however it is written. */
function byThumbprint(certificates: readonly SigningCertificate[], thumbprint: string): SigningCertificate {
  const wanted = thumbprint.replace(/[^0-9a-f]/gi, '').toUpperCase();
  const found = certificates.find(({ certificate: c }) => [c.thumbprintSha1, c.thumbprintSha256].includes(wanted));
  if (!found) throw unknown(thumbprint);
  return found;
}

/**
 * The active certificate signs; when it has expired and an inactive one is valid, Entra takes that one without telling anybody
 * (certificate roll-over documentation); when none is valid, the expired one goes on.
 */
function signer(certificates: readonly SigningCertificate[], at: Date): SigningCertificate | undefined {
  const active = certificates.find(({ isActive }) => isActive);
  if (!active) return undefined;
  const isValid = ({ certificate }: SigningCertificate) => certificate.notBefore <= at && at < certificate.notAfter;
  if (isValid(active) || active.certificate.notBefore > at) return active;
  return certificates.find(isValid) ?? active;
}

function unknown(thumbprint: string): HarnessError {
  return new HarnessError(
    'CERTIFICATE_UNKNOWN',
    `No signing certificate has the thumbprint ${thumbprint.slice(0, 64)}.`,
    'Look the thumbprint up under SAML Certificates.',
  );
}

function active(): HarnessError {
  return new HarnessError(
    'CERTIFICATE_ACTIVE',
    'The active certificate cannot be deleted.',
    'Make another certificate active first.',
  );
}
