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
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3" fill="none" stroke="currentColor" stroke-width="1.3" />
      </svg>
      <span class="copy-word">Copy</span>
    </button>
  );
}
