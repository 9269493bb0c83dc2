/** A private key and its certificate, both PEM. */
export interface KeyPair {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}

/** Where the stand-in keeps its keys; they are made on first need. */
export interface KeyVault {
  load(name: string): Promise<KeyPair | undefined>;
  save(name: string, pair: KeyPair): Promise<void>;
}

/** Keys for as long as the process lives. */
export function keysInMemory(): KeyVault {
  const kept = new Map<string, KeyPair>();
  return { load: async (name) => kept.get(name), save: async (name, pair) => void kept.set(name, pair) };
}
