import type { Clock } from '../../clock.js';
import type { EntraStandIn } from '../../entra/stand-in.js';
import type { StepFacts } from '../../http/inspector/deps.js';
import type { RehearsedAccount } from '../../http/service-provider.js';
import type { LoginEvents } from '../../logins/login-events.js';
import type { Account } from '../../sp/account.js';
import type { AuthenticationProfile } from '../../sp/authentication-profile.js';
import type { Directory } from '../../sp/directory.js';
import { heldByEntra, heldByMimecast } from './held.js';
import { progress } from './progress.js';
import { shownByLogin } from './shown-by-login.js';
import type { Sighting, Sightings } from './sightings.js';
import type { StepId } from './steps.js';
import { watchEntra } from './watch-entra.js';
import { importWords, shownByImport, watchedDirectory, watchedProfile } from './watch-mimecast.js';

interface TutorialParts {
  readonly clock: Clock;
  readonly sightings: Sightings;
  readonly directory: Directory;
  readonly accounts: readonly [RehearsedAccount, ...RehearsedAccount[]];
  readonly events: LoginEvents;
  readonly entra?: EntraStandIn;
  /** Metadata the harness was started with: URL, file or XML. */
  readonly idpMetadata?: string;
}

export interface Tutorial {
  /** The steps of one account, in the tutorial's order. */
  steps(account: RehearsedAccount): Promise<readonly StepFacts[]>;
  /** What was handed in, looked upon. */
  readonly directory: Directory;
  readonly accounts: readonly [RehearsedAccount, ...RehearsedAccount[]];
  /** To be called once everything listens, and after every change of the stand-in. */
  readonly lookAtEntra: () => void;
}

/** Looks on while somebody walks through the tutorial, and remembers what was seen. */
export function watchTutorial({ accounts, directory, events, entra, ...parts }: TutorialParts): Tutorial {
  const { clock, sightings, idpMetadata } = parts;
  const see = witness(clock, sightings);
  const isStandIn = ({ issuer }: { readonly issuer?: string | undefined }) =>
    entra !== undefined && idpMetadata === undefined && issuer === entra.issuer;
  const all = () => accounts.map((one) => one.account());
  events.subscribe((login) => {
    const account = all().find(({ accountCode }) => accountCode === login.accountCode);
    const steps = shownByLogin(login, isStandIn({ issuer: login.settings.idpEntityId }));
    if (account) see(account, steps, { words: `Login ${login.id} shows it.`, loginId: login.id });
  });

  const [main, ...further] = accounts.map((one) => ({
    ...one,
    profile: watchedProfile(one.profile, (steps, words) => see(one.account(), steps, { words }), isStandIn),
  }));
  const lookAtEntra = entra
    ? watchEntra(entra, {
        accounts: all,
        see: (account, steps) => see(account, steps, { words: 'Done in the stand-in.' }),
        beginAnew: ({ entityId }) => sightings.forget(entityId),
      })
    : () => undefined;
  return {
    accounts: [main as RehearsedAccount, ...further],
    directory: watchedDirectory(directory, (steps, words) => {
      for (const account of all()) see(account, steps, { words });
    }),
    lookAtEntra,
    async steps(one) {
      const account = one.account();
      const profile = await one.profile.get();
      const first = firstImport(profile, idpMetadata);
      if (first) see(account, first.steps, first.sighting);
      const ofEntra = entra && isStandIn(profile) ? heldByEntra(entra, account) : {};
      const held = { ...ofEntra, ...heldByMimecast(profile, directory) };
      return progress({ held, isStandIn: isStandIn(profile), sightings: sightings.of(account.entityId) });
    },
  };
}

/** Writes down when something was seen: now, unless it is known to have been earlier. */
function witness(clock: Clock, sightings: Sightings) {
  return (account: Account, steps: readonly StepId[], how: Omit<Sighting, 'at'> & Partial<Sighting>): void => {
    const sighting = { at: clock.now().toISOString(), ...how };
    for (const step of steps) sightings.see(account.entityId, step, sighting);
  };
}

/** The import with which the harness was started, before anybody could look on. */
function firstImport(profile: AuthenticationProfile, idpMetadata: string | undefined) {
  if (idpMetadata === undefined || !profile.lastImport) return undefined;
  const url = /^https?:/i.test(idpMetadata) ? idpMetadata : undefined;
  return {
    steps: shownByImport(profile, url, false),
    sighting: { words: importWords(url), at: profile.lastImport.at },
  };
}
