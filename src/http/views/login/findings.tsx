import { type Finding, STAGES } from '../../../diagnosis/check.js';
import { isRefusal } from '../../../diagnosis/refusal.js';
import { Icon } from '../badge.js';
import { STAGE_NAMES } from '../stage-names.js';
import { Text } from '../text.js';
import { FindingItem, type PlaceOf } from './finding-item.js';

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly rootCause: string | null;
  readonly placeOf: PlaceOf;
}

/** The other findings: what failed by stage, then what could not run, what passed and what did not apply, each folded. */
export function Findings({ findings, rootCause, placeOf }: FindingsProps) {
  const open = findings.filter(({ id, status }) => id !== rootCause && (status === 'fail' || status === 'crashed'));
  return (
    <section id="findings" aria-labelledby="findings-head">
      <h2 id="findings-head">{rootCause === null ? 'Findings' : 'Other findings'}</h2>
      {open.length === 0 ? <p class="quiet">{nothingMore(findings, rootCause)}</p> : null}
      {STAGES.map((stage) => {
        const inStage = open.filter((finding) => finding.stage === stage);
        if (inStage.length === 0) return null;
        return (
          <div class="stage" key={stage}>
            <h3 class="eyebrow">{STAGE_NAMES[stage]}</h3>
            {inStage.map((finding) => (
              <FindingItem key={finding.id} finding={finding} placeOf={placeOf} />
            ))}
          </div>
        );
      })}
      <Folded title="could not run" tone="wait" findings={findings.filter(({ status }) => status === 'blocked')} />
      <Folded title="passed" tone="good" findings={findings.filter(({ status }) => status === 'pass')} />
      <Folded
        title="did not apply"
        tone="wait"
        findings={findings.filter(({ status }) => status === 'not-applicable')}
      />
    </section>
  );
}

function nothingMore(findings: readonly Finding[], rootCause: string | null): string {
  if (rootCause !== null) return 'Nothing else failed.';
  return findings.some(isRefusal) ? 'Nothing failed, but checks that decide could not run.' : 'Nothing to note.';
}

interface FoldedProps {
  readonly title: string;
  readonly tone: 'good' | 'wait';
  readonly findings: readonly Finding[];
}

function Folded({ title, tone, findings }: FoldedProps) {
  if (findings.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        <Icon tone={tone} /> {findings.length} {title}
      </summary>
      <ul class="finding-lines">
        {findings.map((finding) => (
          <li key={finding.id} id={`finding-${finding.id}`}>
            <span class="eyebrow">{STAGE_NAMES[finding.stage]}</span>
            <div>
              <a href={`/checks/${finding.id}`}>{finding.title}</a>
              {finding.summary === '' || finding.summary === finding.title ? null : (
                <p class="quiet">
                  <Text value={finding.summary} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
