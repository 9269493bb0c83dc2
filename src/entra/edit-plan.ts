import type {
  AssertionPlan,
  AttributePlan,
  ConditionsPlan,
  ConfirmationPlan,
  ResponsePlan,
} from '../saml/response-plan.js';

/** What a response is going to say, changed at one place. */

export function withAssertion(plan: ResponsePlan, change: (assertion: AssertionPlan) => AssertionPlan): ResponsePlan {
  return { ...plan, assertions: plan.assertions.map(change) };
}

export function withConditions(
  plan: ResponsePlan,
  change: (conditions: ConditionsPlan) => ConditionsPlan,
): ResponsePlan {
  return withAssertion(plan, (assertion) =>
    assertion.conditions ? { ...assertion, conditions: change(assertion.conditions) } : assertion,
  );
}

export function withAudiences(
  plan: ResponsePlan,
  ...audienceRestrictions: readonly (readonly string[])[]
): ResponsePlan {
  return withConditions(plan, (conditions) => ({ ...conditions, audienceRestrictions }));
}

export function withConfirmation(
  plan: ResponsePlan,
  change: (confirmation: ConfirmationPlan) => ConfirmationPlan,
): ResponsePlan {
  return withAssertion(plan, (assertion) =>
    assertion.subject
      ? { ...assertion, subject: { ...assertion.subject, confirmations: assertion.subject.confirmations.map(change) } }
      : assertion,
  );
}

type ConfirmationData = NonNullable<ConfirmationPlan['data']>;

export function withConfirmationData(
  plan: ResponsePlan,
  change: (data: ConfirmationData) => ConfirmationData,
): ResponsePlan {
  return withConfirmation(plan, (confirmation) => ({ ...confirmation, data: change(confirmation.data ?? {}) }));
}

export function withNameId(
  plan: ResponsePlan,
  change: { readonly value?: string; readonly format?: string },
): ResponsePlan {
  return withAssertion(plan, (assertion) => {
    const { subject } = assertion;
    return subject?.nameId
      ? { ...assertion, subject: { ...subject, nameId: { ...subject.nameId, ...change } } }
      : assertion;
  });
}

export function withAttributes(
  plan: ResponsePlan,
  change: (attributes: readonly AttributePlan[]) => readonly AttributePlan[],
): ResponsePlan {
  return withAssertion(plan, (assertion) => ({ ...assertion, attributes: change(assertion.attributes ?? []) }));
}

/** Another Destination and Recipient, or one of them, made of the good one. */
export function withDestination(plan: ResponsePlan, change: (destination: string) => string): ResponsePlan {
  return plan.destination === undefined ? plan : { ...plan, destination: change(plan.destination) };
}

export function withRecipient(plan: ResponsePlan, change: (recipient: string) => string): ResponsePlan {
  return withConfirmationData(plan, (data) =>
    data.recipient === undefined ? data : { ...data, recipient: change(data.recipient) },
  );
}

/** The first audience of the good response. */
export function audienceOf(plan: ResponsePlan): string {
  return plan.assertions[0]?.conditions?.audienceRestrictions[0]?.[0] ?? '';
}

export function nameIdOf(plan: ResponsePlan): string {
  return plan.assertions[0]?.subject?.nameId?.value ?? '';
}

/** Every instant of the response and its assertion, moved by the same time. */
export function movedInTime(plan: ResponsePlan, ms: number): ResponsePlan {
  const moved = <T extends Date | string | undefined>(instant: T) =>
    instant instanceof Date ? new Date(instant.getTime() + ms) : instant;
  return movedInside({ ...plan, ...known('issueInstant', moved(plan.issueInstant)) }, moved);
}

function movedInside(plan: ResponsePlan, moved: (instant: Date | string | undefined) => Date | string | undefined) {
  const assertion = withAssertion(plan, (inner) => ({
    ...inner,
    ...known('issueInstant', moved(inner.issueInstant)),
    ...(inner.authnStatement && {
      authnStatement: { ...inner.authnStatement, ...known('authnInstant', moved(inner.authnStatement.authnInstant)) },
    }),
  }));
  const conditions = withConditions(assertion, (inner) => ({
    ...inner,
    ...known('notBefore', moved(inner.notBefore)),
    ...known('notOnOrAfter', moved(inner.notOnOrAfter)),
  }));
  return withConfirmationData(conditions, (data) => ({ ...data, ...known('notOnOrAfter', moved(data.notOnOrAfter)) }));
}

function known<K extends string>(name: K, value: Date | string | undefined): { [key in K]?: Date | string } {
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: Date | string };
}

/** The object without one of its pieces. */
export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}
