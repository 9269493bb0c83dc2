/** A whole login as a browser makes it, page by page. */
import { importMessages } from '../../src/import/import-messages.js';
import { form } from '../import/messages.js';

/** @param url origin of the service provider */
export async function signInByHttp(url: string): Promise<void> {
  const [request] = importMessages(await (await fetch(`${url}/login/saml?email=B.Simon@contoso.com`)).text());
  const answer = await post(`${request?.sentTo}&auto=1`, {
    SAMLRequest: Buffer.from(request?.xml ?? '').toString('base64'),
    RelayState: request?.received.relayState ?? '',
  });
  const [response] = importMessages(await answer.text());
  await post(response?.sentTo ?? '', {
    SAMLResponse: response?.received.samlResponse ?? '',
    RelayState: response?.received.relayState ?? '',
  });
}

export const post = (url: string, fields: Record<string, string>) =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: form(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
