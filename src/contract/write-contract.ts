import { Document } from 'yaml';
import type { Contract } from './contract.js';

/** The contract as a YAML file. @param note a line or more on where it came from, written as a comment on top */
export function writeContract(contract: Contract, note: string): string {
  const document = new Document(contract);
  document.commentBefore = note
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
  return document.toString({ lineWidth: 120 });
}
