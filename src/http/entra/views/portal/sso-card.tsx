import type { ComponentChildren } from 'preact';

/** One numbered step of the single sign-on page, with its Edit link. */
export function SsoCard({
  number,
  title,
  edit,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly edit?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <li class="sso-card">
      <header>
        <span class="sso-number" aria-hidden="true">
          {number}
        </span>
        <h2>{title}</h2>
        {edit === undefined ? null : (
          <a href={edit} class="sso-edit" aria-label={`Edit ${title}`}>
            Edit
          </a>
        )}
      </header>
      {children}
    </li>
  );
}

/** Names and values; several values of one name under each other. */
export function Facts({
  rows,
}: {
  readonly rows: readonly (readonly [name: string, value: string | readonly string[]])[];
}) {
  return (
    <dl class="entra-facts">
      {rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          {(typeof value === 'string' ? [value] : value).map((one) => (
            <dd key={one}>
              <bdi>{one}</bdi>
            </dd>
          ))}
          {value.length === 0 ? <dd class="missing">Required</dd> : null}
        </>
      ))}
    </dl>
  );
}
