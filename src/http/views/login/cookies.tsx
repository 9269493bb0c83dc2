import type { AnsweredLogin } from '../../../logins/login.js';
import { type CookieFate, cookieFates } from '../../inspector/cookie-fate.js';
import { Badge } from '../badge.js';
import { Text } from '../text.js';

/** The service provider's cookies: which came with the response, and why one did not. */
export function Cookies({ login }: { readonly login: AnsweredLogin }) {
  if (login.received.binding !== 'HTTP-POST') return null;
  return (
    <>
      <h3>Cookies</h3>
      <p class="quiet">
        The verdict depends on none of them. They show what a service provider that keeps its state in cookies would
        have seen.
      </p>
      <ul class="cookies">
        {cookieFates(login).map((fate) => (
          <Cookie key={fate.name} fate={fate} />
        ))}
      </ul>
    </>
  );
}

function Cookie({ fate: { name, attributes, origin, came, why } }: { readonly fate: CookieFate }) {
  return (
    <li>
      <Badge tone={came ? 'good' : 'wait'}>{came ? 'Came' : 'Did not come'}</Badge>
      <div>
        <code>
          <Text value={name} max={120} />
        </code>{' '}
        <span class="quiet small">
          {origin}
          {attributes === '' ? '' : `: ${attributes}`}
        </span>
        <p>
          <Text value={why} max={600} />
        </p>
      </div>
    </li>
  );
}
