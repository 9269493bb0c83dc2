import type { RehearsedAccount, ServiceProvider } from '../service-provider.js';

/** The account of that code, or why there is none; without a code the main one. */
export function accountNamed(
  { accounts }: ServiceProvider,
  code: string | undefined,
): { readonly account: RehearsedAccount } | { readonly problem: readonly string[] } {
  const account = code === undefined ? accounts[0] : accounts.find((one) => one.account().accountCode === code);
  if (account) return { account };
  const asked = String(code);
  return { problem: [`There is no account with the code ${asked.slice(0, 64)}.`, whyUnknown(asked, accounts)] };
}

function whyUnknown(asked: string, accounts: ServiceProvider['accounts']): string {
  const codes = accounts.map((one) => one.account().accountCode);
  const meant = codes.find((code) => code.toUpperCase() === asked.trim().toUpperCase());
  if (meant !== undefined && asked !== asked.trim()) return `There is white space around it; it is ${meant}.`;
  if (meant !== undefined && meant === meant.toUpperCase()) {
    return `Account codes are written in capitals here: ${meant}, not ${asked}.`;
  }
  if (meant !== undefined) return `This harness was told ${meant}; case matters in an account code.`;
  const [only, ...further] = codes;
  return further.length === 0
    ? `This harness rehearses the account ${only}. Start it with --account-code to rehearse another.`
    : `This harness rehearses the accounts ${codes.join(', ')}. Name another under accounts in its configuration file.`;
}
