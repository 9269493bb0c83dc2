import { visibleText } from './invisible.js';

interface CopyButtonProps {
  /** What it copies, for people who do not see where it stands: `Copy Identifier`. */
  readonly what: string;
  /** The exact text. */
  readonly value?: string;
  /** Or the id of the element that holds it. */
  readonly from?: string;
}

/** Hidden until `copy.js` runs: without JavaScript nobody sees a button that does nothing. */
export function CopyButton({ what, value, from }: CopyButtonProps) {
  return (
    <button
      type="button"
      class="copy"
      hidden
      aria-label={`Copy ${visibleText(what)}`}
      {...(from === undefined ? { 'data-copy': value ?? '' } : { 'data-copy-from': from })}
    >
      Copy
    </button>
  );
}
