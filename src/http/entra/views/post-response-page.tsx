import type { Delivery, FormField } from '../../../entra/fault.js';
import { EntraFrame } from './frame.js';

/** The response on its way by HTTP-POST; goes on by itself, or by its button where scripts do not run. */
export function PostResponsePage({
  action,
  fields,
  delivery = { method: 'post' },
}: {
  readonly action: string;
  readonly fields: readonly FormField[];
  readonly delivery?: Delivery;
}) {
  return (
    <EntraFrame title="Working..." scripts={['auto-submit']}>
      <section class="entra-card">
        <h1>Working…</h1>
        <form {...delivery} action={action} name="hiddenform" data-auto-submit>
          {fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <p>
            The response goes to <bdi class="mono">{action}</bdi>. If nothing happens, press Continue.
          </p>
          <button type="submit">Continue</button>
        </form>
      </section>
    </EntraFrame>
  );
}
