import { type AuthenticationMethod, isAuthenticationMethod } from '../../entra/authentication.js';
import type { Carried } from './incoming.js';

type Fields = readonly (readonly [string, string])[];

/** What the sign-in page's form says. */
export interface SignInChoice {
  readonly user: string;
  readonly faults: readonly string[];
  readonly method?: AuthenticationMethod;
}

export function choiceFrom(fields: Fields): SignInChoice {
  const method = fieldOf(fields, 'method') ?? '';
  return {
    user: (fieldOf(fields, 'user') || fieldOf(fields, 'other') || '').trim(),
    faults: fields.filter(([name, value]) => name === 'fault' && value !== '').map(([, value]) => value),
    ...(isAuthenticationMethod(method) && { method }),
  };
}

/** The message that began the login, as the page carried it along. */
export function carriedFrom(fields: Fields): Carried {
  const target = fieldOf(fields, 'target');
  const about = target === undefined ? {} : { target };
  const samlRequest = fieldOf(fields, 'SAMLRequest');
  if (samlRequest === undefined) return { binding: 'HTTP-Redirect', query: fieldOf(fields, 'query') ?? '', ...about };
  const relayState = fieldOf(fields, 'RelayState');
  return { binding: 'HTTP-POST', samlRequest, ...(relayState !== undefined && { relayState }), ...about };
}

export function fieldOf(fields: Fields, name: string): string | undefined {
  return fields.find(([field]) => field === name)?.[1];
}
