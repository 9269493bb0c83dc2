import type { SentRequest } from './login.js';

/** The address that went to the identity provider as `login_hint`. */
export function loginHintOf(request: SentRequest | undefined): string | undefined {
  const { destination = '' } = request ?? {};
  return URL.canParse(destination) ? (new URL(destination).searchParams.get('login_hint') ?? undefined) : undefined;
}
