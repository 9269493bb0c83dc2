import { mimecast } from '../../sp/mimecast.js';
import type { PreflightItem } from './item.js';
import { BASIC_SAML } from './places.js';

const PLACE = `${BASIC_SAML} > Sign on URL`;

/** What the Sign-on URL does to the tile in My Apps; `''` stands for a field left empty. */
export function signOnItems(signOnUrl: string | undefined, acs: string | undefined): PreflightItem[] {
  const id = 'sign-on-url';
  if (signOnUrl === undefined)
    return [
      {
        id,
        status: 'unknown',
        summary: 'The Sign-on URL was not looked at: give it with --sign-on-url ("" for none).',
      },
    ];
  if (signOnUrl === '') {
    const summary =
      'Without a Sign-on URL the tile in My Apps posts an unsolicited response: Mimecast takes it only while Allow Single Sign On is ticked.';
    return [{ id, status: 'ok', summary }];
  }
  if (!URL.canParse(signOnUrl) || !/^https?:$/.test(new URL(signOnUrl).protocol))
    return [
      { id, status: 'problem', summary: `The Sign-on URL is not an http or https URL: ${signOnUrl}.`, remedy: PLACE },
    ];
  const isEndpoint = mimecast.endpoints.some(({ path }) => new URL(signOnUrl).pathname === path);
  if (signOnUrl === acs || isEndpoint) {
    const summary =
      'The Sign-on URL is a Reply URL, as the tutorial has it: the tile in My Apps opens that page without a response. One administrator reported an error page of Mimecast instead of a login (2022); rehearse the tile, too.';
    const remedy = `${PLACE}: Mimecast's own guide has people start at the regional URL of the application; empty, the tile is IdP-initiated.`;
    return [{ id, status: 'warning', summary, remedy }];
  }
  const summary = `The tile in My Apps opens ${signOnUrl}, and the login begins at the service provider.`;
  return [{ id, status: 'ok', summary }];
}
