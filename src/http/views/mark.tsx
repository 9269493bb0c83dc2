/** The product's mark: a message out, a message back. Decoration only. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="5" class="mark-ground" />
      <path
        d="M6 9.2h9.5M12.6 6.2l3 3-3 3M18 14.8H8.5M11.4 11.8l-3 3 3 3"
        class="mark-lines"
        fill="none"
        stroke-width="1.9"
      />
    </svg>
  );
}
