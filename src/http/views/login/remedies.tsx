import type { Finding, Remedy } from '../../../diagnosis/check.js';
import { Text } from '../text.js';

/** What to do, by whom, where; the likeliest first, the others folded. */
export function Remedies({ finding }: { readonly finding: Finding }) {
  const all = finding.remedies ?? (finding.remedy ? [finding.remedy] : []);
  const [first, ...others] = all;
  if (!first) return null;
  return (
    <div class="remedies">
      <RemedyCard remedy={first} />
      {others.length > 0 ? (
        <details class="quiet-details">
          <summary>Or, on the other side</summary>
          {others.map((remedy, index) => (
            <RemedyCard key={index} remedy={remedy} />
          ))}
        </details>
      ) : null}
    </div>
  );
}

/** One remedy: who, where, what. */
export function RemedyCard({ remedy }: { readonly remedy: Remedy }) {
  const steps = remedy.where.split(/\s*>\s*/);
  return (
    <div class="remedy">
      <p class="remedy-who">{remedy.who}</p>
      <p class="remedy-where">
        {steps.map((step, index) => (
          <span key={index}>
            {index > 0 ? <span class="step"> › </span> : null}
            {step}
          </span>
        ))}
      </p>
      <p class="remedy-action">
        <Text value={remedy.action} />
      </p>
      {remedy.source ? <p class="remedy-source">Source: {remedy.source}</p> : null}
    </div>
  );
}
