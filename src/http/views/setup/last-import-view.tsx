import type { LastImport } from '../../../sp/authentication-profile.js';
import { Instant } from '../instant.js';
import { Value } from '../text.js';

/** What the last import changed, and what was odd about it. */
export function LastImportView({ lastImport, isMonitored }: { lastImport: LastImport; isMonitored: boolean }) {
  const { at, changes, warnings, checkedAt } = lastImport;
  return (
    <>
      <h3>Last import</h3>
      <p>
        <Instant iso={at} />
        {changes.length === 0 ? ': nothing changed.' : ':'}
      </p>
      <Sentences sentences={changes} />
      {warnings.length === 0 ? null : (
        <div class="notice warn">
          <Sentences sentences={warnings} />
        </div>
      )}
      {isMonitored && checkedAt !== undefined ? (
        <p class="quiet small">
          Metadata URL monitored; read last <Instant iso={checkedAt} />.
        </p>
      ) : null}
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Value value={sentence} />
        </li>
      ))}
    </ul>
  );
}
