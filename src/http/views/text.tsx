import { type ComponentChildren, Fragment } from 'preact';
import { shown } from './invisible.js';

/** Longer values are cut, with a way to see the rest. */
const MAX_SHOWN = 4096;

const count = new Intl.NumberFormat('en-US');

/** A text from outside inside a sentence: invisible characters made visible, cut without more ado when it is long. */
export function Text({ value, max = MAX_SHOWN }: { readonly value: string; readonly max?: number }) {
  return (
    <bdi>
      {visible(value.slice(0, max))}
      {value.length > max ? `… (${count.format(value.length)} characters)` : null}
    </bdi>
  );
}

/** The beginning of a text from outside, for a line of a list. */
export function Beginning({ of, max }: { readonly of: string; readonly max: number }) {
  return <bdi>{visible(of.length > max ? `${of.slice(0, max)}…` : of)}</bdi>;
}

/** A value from outside in a place of its own (`dd`, `td`, `div`): as `Text`, set as code, with "show all" when it is long. */
export function Value({ value }: { readonly value: string }) {
  if (value === '') return <span class="quiet">empty</span>;
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(value.slice(0, MAX_SHOWN)) ?? [];
  return (
    <div class="value">
      <bdi>
        {spaces(before)}
        {visible(core)}
        {value.length > MAX_SHOWN ? after : spaces(after)}
      </bdi>
      <Rest of={value}>{(rest) => <bdi>{visible(rest)}</bdi>}</Rest>
    </div>
  );
}

/** A URI from outside in a narrow place: it may be broken after a slash. */
export function Uri({ value, max = MAX_SHOWN }: { readonly value: string; readonly max?: number }) {
  const parts = value.slice(0, max).split(/(?<=[/#])/);
  return (
    <bdi>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {visible(part)}
          {index < parts.length - 1 ? <wbr /> : null}
        </Fragment>
      ))}
      {value.length > max ? `… (${count.format(value.length)} characters)` : null}
    </bdi>
  );
}

interface RestProps {
  readonly of: string;
  /** How much is shown before. */
  readonly max?: number;
  readonly children: (rest: string) => ComponentChildren;
}

/** What was cut of a long text, folded. */
export function Rest({ of, max = MAX_SHOWN, children }: RestProps) {
  if (of.length <= max) return null;
  return (
    <details class="rest">
      <summary>
        {max === MAX_SHOWN ? `Cut after ${count.format(max)} characters: show all` : 'Show all'}{' '}
        {count.format(of.length)}
        {max === MAX_SHOWN ? '' : ' characters'}
      </summary>
      {children(of.slice(max))}
    </details>
  );
}

/** Text with a sign in place of every character that cannot be seen. */
export function visible(value: string): ComponentChildren {
  return shown(value).map((piece, index) =>
    piece.sign === undefined ? (
      piece.text
    ) : (
      <span key={index} class="invisible" title={piece.what}>
        {piece.sign}
      </span>
    ),
  );
}

/** White space at an end of a value is a common fault, so it is shown. */
function spaces(run: string): ComponentChildren {
  if (run === '') return null;
  const words = /^ +$/.test(run) ? 'space' : 'white space';
  return <span class="invisible">{run.length === 1 ? words : `${run.length} × ${words}`}</span>;
}
