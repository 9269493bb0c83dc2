/** What is posted, changed on its way. */

import type { FormField } from './fault.js';

type Form = readonly FormField[];

/** Another value in the field SAMLResponse. */
export function changeResponseField(form: Form, change: (value: string) => string): Form {
  return form.map(([name, value]) => (name === 'SAMLResponse' ? [name, change(value)] : [name, value]));
}

/** Other bytes before base64. */
export function changeMessageBytes(form: Form, change: (bytes: Buffer) => Uint8Array): Form {
  return changeResponseField(form, (value) => Buffer.from(change(Buffer.from(value, 'base64'))).toString('base64'));
}

export function renameField(form: Form, to: string): Form {
  return form.map(([name, value]) => (name === 'SAMLResponse' ? [to, value] : [name, value]));
}

/** The form with this RelayState, whether it had one or not. */
export function withRelayState(form: Form, relayState: string): Form {
  return [...form.filter(([name]) => name !== 'RelayState'), ['RelayState', relayState]];
}
