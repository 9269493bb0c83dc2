import type { PreflightItem } from './item.js';

const PLACE = 'Mimecast: Administration > Services > Applications > Authentication Profiles > the profile';

export interface ContextBoxes {
  readonly passwordProtectedContext?: boolean;
  readonly integratedContext?: boolean;
}

/** The two boxes of the Authentication Profile. Which classes they ask for is inferred; that they are to be unticked is the tutorial's. */
export function contextItems({ passwordProtectedContext, integratedContext }: ContextBoxes): PreflightItem[] {
  if (passwordProtectedContext === undefined && integratedContext === undefined) return [];
  const ticked = [
    ...(passwordProtectedContext ? ['Use Password Protected Context'] : []),
    ...(integratedContext ? ['Use Integrated Authentication Context'] : []),
  ];
  const id = 'contexts';
  if (ticked.length === 0)
    return [{ id, status: 'ok', summary: 'Both context boxes are unticked, as the tutorial has it.' }];
  const summary = `${ticked.join(' and ')}: the request will demand a way of signing in, and whoever has signed in another way (with MFA, say) gets AADSTS75011 (inferred; the tutorial has both unticked).`;
  return [{ id, status: 'problem', summary, remedy: `${PLACE}: untick ${ticked.join(' and ')}` }];
}
