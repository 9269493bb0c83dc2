import type { PreflightItem } from './item.js';

const TIMEOUT_MS = 5_000;

export interface Place {
  /** As people call it, e.g. `Login URL`. */
  readonly name: string;
  readonly url: string;
}

/** Whether each URL answers at all from here; what it answers to a plain HEAD says nothing about logins. */
export async function reachItems(places: readonly Place[]): Promise<PreflightItem[]> {
  const distinct = places.filter(({ url }, at) => places.findIndex((other) => other.url === url) === at);
  return Promise.all(distinct.map(reachItem));
}

async function reachItem({ name, url }: Place): Promise<PreflightItem> {
  const id = `reach-${name.toLowerCase().replaceAll(' ', '-')}`;
  try {
    const { status } = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { id, status: 'ok', summary: `${name}: ${new URL(url).host} answers (${status}).` };
  } catch (error) {
    const { cause, name: kind } = error as Error;
    const why = kind === 'TimeoutError' ? `no answer within ${TIMEOUT_MS / 1000} s` : whyOf(cause);
    return {
      id,
      status: 'warning',
      summary: `${name}: ${url} cannot be reached from this machine (${why}).`,
      remedy: 'Check DNS, proxy and firewall where the browsers are; this machine’s network may differ from theirs.',
    };
  }
}

function whyOf(cause: unknown): string {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return code ?? message ?? 'no connection';
}
