import { readFile } from 'node:fs/promises';
import type { Contract, NamedContract } from '../contract/contract.js';
import { isNamed } from '../contract/hold.js';
import { HarnessError } from '../errors.js';

/**
 * The claim contract a harness holds its logins against, read and found sound before the first of them.
 *
 * @param given path of a YAML or JSON file, or the contract itself
 * @param file what to call the file, where the path is longer than what was asked for
 * @throws HarnessError `CONTRACT_UNREADABLE`, `CONTRACT_INVALID`, which names every fault with its line
 */
export async function givenContract(given: string | Contract | NamedContract, file?: string): Promise<NamedContract> {
  if (typeof given !== 'string') {
    if (isNamed(given)) return given;
    const { readContract } = await import('../contract/read-contract.js');
    const { contract } = readContract(JSON.stringify(given, null, 2));
    return { name: 'the claim contract', contract };
  }
  const { readContract } = await import('../contract/read-contract.js');
  const name = file ?? given;
  return { name, file: name, ...inFile(name, readContract, await textOf(given, name)) };
}

type ReadContract = typeof import('../contract/read-contract.js').readContract;

function inFile(name: string, read: ReadContract, text: string): ReturnType<ReadContract> {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    throw new HarnessError(error.code, `${name}: ${error.message}`, error.remedy, { cause: error });
  }
}

async function textOf(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new HarnessError(
      'CONTRACT_UNREADABLE',
      isMissing
        ? `There is no claim contract ${name}.`
        : `The claim contract ${name} cannot be read: ${(error as Error).message}`,
      'Give the path of a YAML or JSON file; saml-rehearsal check latest --infer writes one from a good login.',
      { cause: error },
    );
  }
}
