import type { Finding } from '../../../diagnosis/check.js';
import type { Place } from '../../inspector/xml-view.js';
import { Badge, findingTone } from '../badge.js';
import { ExpectedActual } from '../difference.js';
import { Text } from '../text.js';
import { Remedies } from './remedies.js';

/** Where in the pages a finding points. */
export type PlaceOf = (finding: Finding) => Place | undefined;

/** A failed (or broken) check in full. */
export function FindingItem({ finding, placeOf }: { readonly finding: Finding; readonly placeOf: PlaceOf }) {
  const { tone, word } = findingTone(finding);
  return (
    <article class={`finding ${tone}`} id={`finding-${finding.id}`}>
      <header>
        <Badge tone={tone}>{word}</Badge>
        <h4>{finding.title}</h4>
      </header>
      <p class="finding-summary">
        <Text value={finding.summary} />
      </p>
      <ExpectedActual finding={finding} />
      <Remedies finding={finding} />
      <FindingFoot finding={finding} placeOf={placeOf} />
    </article>
  );
}

/** Place in the message, clause, and the check itself. */
export function FindingFoot({ finding, placeOf }: { readonly finding: Finding; readonly placeOf: PlaceOf }) {
  return (
    <p class="finding-foot">
      <PlaceLink finding={finding} placeOf={placeOf} />
      <a href={`/checks/${finding.id}`}>{finding.id}</a>
      {finding.spec.map(({ document, clause, url }, index) => (
        <span key={index}>
          {document} {url ? <a href={url}>{clause}</a> : clause}
        </span>
      ))}
    </p>
  );
}

function PlaceLink({ finding, placeOf }: { readonly finding: Finding; readonly placeOf: PlaceOf }) {
  const place = placeOf(finding);
  if (!place) return null;
  return (
    <a class="place" href={`#${place.view}-${place.line}`}>
      Line {place.line}
      {finding.at ? (
        <>
          : <code>{finding.at.path.split('/').slice(-2).join('/')}</code>
        </>
      ) : null}
    </a>
  );
}
