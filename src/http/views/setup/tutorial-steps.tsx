import type { StepFacts } from '../../inspector/deps.js';
import { Icon } from '../badge.js';
import { Instant } from '../instant.js';
import { Text } from '../text.js';

const SIDES = [
  ['entra', 'In Entra'],
  ['mimecast', 'In Mimecast'],
  ['test', 'Test'],
] as const;

interface TutorialStepsProps {
  readonly steps: readonly StepFacts[];
  /** Whose steps they are, where several accounts are rehearsed. */
  readonly accountCode?: string;
}

/** The tutorial step by step, ticked where the step was seen to happen. */
export function TutorialSteps({ steps, accountCode }: TutorialStepsProps) {
  if (steps.length === 0) return null;
  const seen = steps.filter(({ state }) => state === 'seen').length;
  return (
    <section aria-labelledby="steps-head">
      <h2 id="steps-head">Step by step</h2>
      <p>
        The steps of Microsoft’s tutorial{accountCode === undefined ? '' : `, for account ${accountCode}`}: {seen} of{' '}
        {steps.length} seen. A step is ticked when this harness has seen it happen and it still holds. It plays
        Mimecast: what you enter in the real Administration Console it cannot see.
      </p>
      <div class="steps-columns">
        {SIDES.map(([side, heading]) => (
          <div key={side}>
            <h3>{heading}</h3>
            <ol class="steps">{steps.filter((step) => step.side === side).map(StepItem)}</ol>
          </div>
        ))}
      </div>
    </section>
  );
}

const STATES: Record<StepFacts['state'], string> = {
  seen: 'Seen',
  'from-the-start': 'There from the start',
  open: 'Not seen yet',
  'cannot-be-seen': 'Cannot be seen from here',
};

function StepItem({ id, title, where, isOptional, state, words, at, loginId }: StepFacts) {
  return (
    <li key={id} class={`step ${state}`}>
      <span class="step-tick">{state === 'seen' ? <Icon tone="good" size={14} /> : null}</span>
      <div>
        <strong>{title}</strong>
        {isOptional ? <span class="quiet small"> (optional)</span> : null}
        <p class="place-path">{where}</p>
        <p class="small">
          {STATES[state]}
          {at === undefined ? null : (
            <>
              {' '}
              <Instant iso={at} />
            </>
          )}
          : {loginId === undefined ? <Text value={words} /> : <a href={`/logins/${loginId}`}>{words}</a>}
        </p>
      </div>
    </li>
  );
}
