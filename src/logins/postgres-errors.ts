import { HarnessError } from '../errors.js';
import type { ExplainStoreError } from './explain-store.js';

/** What an error of PostgreSQL, or of the way to it, means and what to do; by its code (postgresql.org, Appendix A) or Node's. */
export function explainPostgres(url: string): ExplainStoreError {
  return (error) => {
    const code = String(error.code ?? '');
    const words = error.message === '' ? code : error.message;
    const message = `The PostgreSQL database ${placeOf(url)} cannot be used: ${words}`;
    return new HarnessError('STORE_UNUSABLE', message, remedyFor(code), { cause: error });
  };
}

/** Host and name; a URL that is none is not repeated: it may hold a password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'of --store';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function remedyFor(code: string): string {
  if (code.startsWith('28')) return 'See whether user and password in the URL of --store are right.';
  if (code === '3D000') return 'Make the database (createdb), or name another one in the URL of --store.';
  if (code === '42501')
    return 'Let the user of the URL of --store make tables there: it has to own the database or its schema.';
  if (code.startsWith('53'))
    return 'See whether its disk is full or all its connections are taken; logins are taken again as soon as there is room.';
  if (code === '25006') return 'This server only reads: name the primary one in the URL of --store.';
  return 'See whether the server runs and can be reached from here; a harness that is running takes logins again as soon as it answers.';
}
