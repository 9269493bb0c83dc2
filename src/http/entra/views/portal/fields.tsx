import type { ComponentChildren } from 'preact';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: ComponentChildren;
}

/** One line of text with its label. `suggestions` names a datalist. */
export function TextField({
  name,
  label,
  value = '',
  help,
  ...more
}: Field & {
  readonly value?: string | undefined;
  readonly suggestions?: string;
  readonly type?: 'text' | 'url' | 'email' | 'datetime-local' | 'number';
  readonly placeholder?: string;
  readonly required?: boolean;
}) {
  const { suggestions, type = 'text', placeholder, required } = more;
  return (
    <label>
      {label}
      <input
        type={type}
        name={name}
        value={value}
        spellcheck={false}
        {...(suggestions === undefined ? {} : { list: suggestions })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(required ? { required } : {})}
      />
      {help === undefined ? null : <small>{help}</small>}
    </label>
  );
}

export function SelectField({
  name,
  label,
  value,
  options,
  help,
}: Field & {
  readonly value: string;
  readonly options: readonly (string | readonly [value: string, words: string])[];
}) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map((option) => {
          const [id, words] = typeof option === 'string' ? [option, option] : option;
          return (
            <option key={id} value={id} selected={id === value}>
              {words}
            </option>
          );
        })}
      </select>
      {help === undefined ? null : <small>{help}</small>}
    </label>
  );
}

export function CheckField({ name, label, checked, help }: Field & { readonly checked: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name={name} checked={checked} /> {label}
      {help === undefined ? null : <small>{help}</small>}
    </label>
  );
}

export function TextAreaField({
  name,
  label,
  value = '',
  help,
  rows = 5,
}: Field & { readonly value?: string | undefined; readonly rows?: number }) {
  return (
    <label>
      {label}
      <textarea name={name} rows={rows} spellcheck={false} class="mono">
        {value}
      </textarea>
      {help === undefined ? null : <small>{help}</small>}
    </label>
  );
}
