import type { Remedy } from './check.js';
import type { Expectations } from './expectations.js';
import { PLACES, REMEDIES, type RemedyId, SOURCES } from './remedies.js';

/** Who may have to change something, with the place as the given service provider's administrators know it. */
export function remedy(
  id: RemedyId,
  expectations: Pick<Expectations, 'serviceProvider'> | undefined,
  values: Readonly<Record<string, string>> = {},
): Remedy {
  const { place, action } = REMEDIES[id];
  const { who, vendor, where, elsewhere, source } = PLACES[place];
  const generic = expectations?.serviceProvider.profile === 'generic';
  const filled = action.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `(${name})`);
  return {
    who,
    where: generic && elsewhere !== undefined ? elsewhereWords(elsewhere, vendor, where) : where,
    action: filled,
    ...(source && { source: SOURCES[source] }),
  };
}

/** Another identity provider has its own screens, but most people who look at a message here have Entra's. */
function elsewhereWords(elsewhere: string, vendor: 'Entra' | 'Mimecast' | undefined, where: string): string {
  return vendor === 'Entra' ? `${elsewhere} (in Entra: ${where})` : elsewhere;
}
