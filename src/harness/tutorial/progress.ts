import type { StepFacts } from '../../http/inspector/deps.js';
import type { Held } from './held.js';
import type { Sighting } from './sightings.js';
import { STEP_IDS, type StepId, TUTORIAL_STEPS } from './steps.js';

interface Seen {
  /** What holds now. */
  readonly held: Held;
  readonly sightings: Readonly<Partial<Record<StepId, Sighting>>>;
  /** Whether the stand-in is the identity provider, whose settings can be looked at. */
  readonly isStandIn: boolean;
}

/** Entra's own settings are no part of a login, nor of its metadata. */
const OUT_OF_SIGHT = 'Nothing of it arrives here; look for it in the portal.';

/** Every step with what is known of it. A tick stands for what was seen to happen and still holds, and for nothing else. */
export function progress(seen: Seen): StepFacts[] {
  return STEP_IDS.map((id) => ({ id, ...textOf(id), ...stateOf(id, seen) }));
}

function textOf(id: StepId): Pick<StepFacts, 'side' | 'title' | 'where' | 'isOptional'> {
  const { side, title, where, ...rest } = TUTORIAL_STEPS[id];
  return { side, title, where, isOptional: 'isOptional' in rest };
}

function stateOf(id: StepId, { held, sightings, isStandIn }: Seen): Pick<StepFacts, 'state' | 'words'> {
  const { unseen } = TUTORIAL_STEPS[id];
  if (id === 'my-apps') return { state: 'cannot-be-seen', words: unseen };
  if (id === 'sign-on-url' && !isStandIn) return { state: 'cannot-be-seen', words: OUT_OF_SIGHT };
  if (held[id] === false) return { state: 'open', words: isStandIn ? (STAND_IN_LACKS[id] ?? unseen) : unseen };
  const sighting = sightings[id];
  if (sighting) return { state: 'seen', ...sighting };
  return held[id] ? { state: 'from-the-start', words: fromTheStart(id) } : { state: 'open', words: unseen };
}

const STAND_IN_LACKS: Partial<Record<StepId, string>> = {
  identifier: 'The stand-in’s application does not hold it.',
  'reply-url': 'The stand-in’s application does not hold it.',
  'test-user': 'The stand-in has no users.',
  assignment: 'Nobody is assigned in the stand-in.',
};

const fromTheStart = (id: StepId): string =>
  TUTORIAL_STEPS[id].side === 'entra'
    ? 'The stand-in began with it. To do it yourself, begin there with New application.'
    : 'The rehearsal began with it.';
