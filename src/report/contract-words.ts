/** What a claim contract says of a login, in words; each violation at its line of the contract's file. */

import type { ContractViolation } from '../contract/contract.js';
import { type HeldContract, violationsOf } from '../contract/hold.js';

/** `contract.yaml:5`, or what the contract is called. */
function placeInContract({ name, file }: HeldContract, { line }: { readonly line?: number }): string {
  return file === undefined || line === undefined ? name : `${file}:${line}`;
}

export function countOfRules({ rules }: HeldContract): string {
  const broken = rules.filter(({ met }) => !met).length;
  const all = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  return broken === 0 ? `${all}, all kept` : `${broken} of ${all} broken`;
}

export function violationWords({ path, message, expected, actual }: ContractViolation): string {
  return [`${path === '' ? '' : `${path}: `}${message}`, `expected  ${expected}`, `actual    ${actual}`].join('\n');
}

/** Every violation with its place, as blocks of plain lines. */
export function contractBlocks(contract: HeldContract): string[] {
  return violationsOf(contract).map((one) => `${placeInContract(contract, one)}  ${violationWords(one)}`);
}
