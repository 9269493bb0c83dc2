/** Asks before it deletes, without a script: the button is under the fold of its question. */
export function DeleteForm({
  action,
  what,
  consequence,
}: {
  readonly action: string;
  /** As the question has it: `Delete this login`. */
  readonly what: string;
  readonly consequence: string;
}) {
  return (
    <details class="delete">
      <summary>{what}</summary>
      <form method="post" action={action}>
        <p>{consequence}</p>
        <button type="submit" class="plain">
          {what} for good
        </button>
      </form>
    </details>
  );
}
