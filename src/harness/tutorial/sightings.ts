import type { Place } from '../shelf.js';
import type { StepId } from './steps.js';

/** A step that was seen to happen. */
export interface Sighting {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** By what, a sentence. */
  readonly words: string;
  readonly loginId?: string;
}

type Kept = Record<string, Partial<Record<StepId, Sighting>>>;

/** What was seen of the tutorial, by Identifier: what was seen of another account says nothing of this one. */
export interface Sightings {
  of(entityId: string): Readonly<Partial<Record<StepId, Sighting>>>;
  /** The first sighting stays. */
  see(entityId: string, step: StepId, sighting: Sighting): void;
  /** Somebody began anew. */
  forget(entityId: string): void;
}

/** Kept for the next start and for other harnesses on the same database. */
export function createSightings(place: Place): Sightings {
  let kept: Kept = read(() => place.read());
  place.onChange((text) => {
    kept = read(() => text);
  });
  const keep = () => {
    try {
      place.write(`${JSON.stringify(kept, null, 2)}\n`).catch(() => undefined);
    } catch {
      // A tick that is lost at the next start must not keep a login or a setting from being taken now.
    }
  };
  return {
    of: (entityId) => kept[entityId] ?? {},
    see(entityId, step, sighting) {
      const seen = kept[entityId] ?? {};
      if (seen[step]) return;
      kept[entityId] = { ...seen, [step]: sighting };
      keep();
    },
    forget(entityId) {
      if (kept[entityId] === undefined) return;
      delete kept[entityId];
      keep();
    },
  };
}

/** What cannot be read costs ticks, never the start. */
function read(text: () => string | undefined): Kept {
  const empty = Object.create(null) as Kept;
  try {
    return Object.assign(empty, JSON.parse(text() ?? '{}'));
  } catch {
    return empty;
  }
}
