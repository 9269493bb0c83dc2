import { DeleteForm } from '../delete-form.js';

/** Not for the page that follows the newest login: another one may have come before the button is pressed. */
export function DeleteLogin({ id }: { readonly id: string }) {
  return (
    <DeleteForm
      action={`/logins/${encodeURIComponent(id)}/delete`}
      what="Delete this login"
      consequence="What arrived, what was read from it and the verdict go. A replay of its response is still recognised."
    />
  );
}
