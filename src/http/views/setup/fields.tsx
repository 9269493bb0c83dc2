import { CopyButton } from '../copy-button.js';
import { Value } from '../text.js';

/** One field of a portal's form, to be filled in. */
export interface Field {
  /** As the portal labels it. */
  readonly name: string;
  readonly value?: string;
  readonly note?: string;
}

/** Fields of a form somewhere else, each with its value to copy. */
export function Fields({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <dl class="fields">
      {fields.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === undefined ? null : (
              <span class="field-value">
                <span class="mono">
                  <Value value={value} />
                </span>
                <CopyButton what={name} value={value} />
              </span>
            )}
            {note === undefined ? null : <span class="quiet small">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
