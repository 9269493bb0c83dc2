/** Signatures that are computed correctly over something that should never be signed like that. */

import type { SigningPlan } from './fault.js';

/** Changes the SignedInfo before the value over it is computed, so that the value still verifies. */
export function changeReference(plan: SigningPlan, change: (signedInfo: string) => string): SigningPlan {
  const before = plan.options.changeSignedInfo;
  const changeSignedInfo = (signedInfo: string) => change(before?.(signedInfo) ?? signedInfo);
  return { ...plan, options: { ...plan.options, changeSignedInfo } };
}

/** Other content in Transforms. */
export function changeTransforms(plan: SigningPlan, change: (transforms: string) => string): SigningPlan {
  return changeReference(plan, (signedInfo) =>
    signedInfo.replace(/(<Transforms>)(.*?)(<\/Transforms>)/, (_, start, inner, end) => start + change(inner) + end),
  );
}
