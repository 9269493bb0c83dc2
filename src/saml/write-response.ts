import { NS } from './names.js';
import type {
  AssertionPlan,
  AttributePlan,
  ConditionsPlan,
  ConfirmationPlan,
  NamePlan,
  ResponsePlan,
  StatusPlan,
} from './response-plan.js';
import { element, instant, type Markup, sequence, text } from './write-xml.js';

/**
 * A Response exactly as Entra ID serialises it: one line, no XML declaration, `samlp:` for the protocol, default namespaces for the
 * rest, `xmlns:samlp` last, AttributeStatement before AuthnStatement. Source: captured responses of 2021 to 2025.
 *
 * @returns Unsigned XML; `signElement` puts signatures where Entra puts them.
 */
export function writeResponse(plan: ResponsePlan): string {
  return element(
    'samlp:Response',
    {
      ID: plan.id,
      Version: plan.version,
      IssueInstant: maybeInstant(plan.issueInstant),
      Destination: plan.destination,
      Consent: plan.consent,
      InResponseTo: plan.inResponseTo,
      'xmlns:samlp': NS.protocol,
    },
    plan.issuer && writeName('Issuer', plan.issuer, NS.assertion),
    plan.status && writeStatus(plan.status),
    ...plan.assertions.map(writeAssertion),
  );
}

/** An Assertion as it stands in Entra's Response. */
function writeAssertion(plan: AssertionPlan): Markup {
  return element(
    'Assertion',
    { ID: plan.id, IssueInstant: maybeInstant(plan.issueInstant), Version: plan.version, xmlns: NS.assertion },
    plan.issuer && writeName('Issuer', plan.issuer),
    plan.subject &&
      element(
        'Subject',
        {},
        plan.subject.nameId && writeName('NameID', plan.subject.nameId),
        ...plan.subject.confirmations.map(confirmation),
      ),
    plan.conditions && conditions(plan.conditions),
    plan.attributes && element('AttributeStatement', {}, ...plan.attributes.map(attribute)),
    plan.authnStatement && authnStatement(plan.authnStatement),
  );
}

/** Issuer or NameID; `namespace` is declared on it when the element around has another default namespace. */
export function writeName(
  tag: string,
  { value, format, nameQualifier, spNameQualifier }: NamePlan,
  namespace?: string,
): Markup {
  const attributes = {
    NameQualifier: nameQualifier,
    SPNameQualifier: spNameQualifier,
    Format: format,
    xmlns: namespace,
  };
  return element(tag, attributes, text(value));
}

/** samlp:Status (SAML core 3.2.2.1); the prefix `samlp` has to be bound around it. */
export function writeStatus({ codes, message }: StatusPlan): Markup {
  const nested = codes.reduceRight<Markup | undefined>(
    (inner, code) => element('samlp:StatusCode', { Value: code }, inner),
    undefined,
  );
  return element(
    'samlp:Status',
    {},
    nested,
    message !== undefined && element('samlp:StatusMessage', {}, text(message)),
  );
}

function confirmation({ method, data }: ConfirmationPlan): Markup {
  const attributes = data && {
    Address: data.address,
    InResponseTo: data.inResponseTo,
    NotBefore: maybeInstant(data.notBefore),
    NotOnOrAfter: maybeInstant(data.notOnOrAfter),
    Recipient: data.recipient,
  };
  return element(
    'SubjectConfirmation',
    { Method: method },
    attributes && element('SubjectConfirmationData', attributes),
  );
}

function conditions(plan: ConditionsPlan): Markup {
  const { notBefore, notOnOrAfter, audienceRestrictions, oneTimeUse, proxyRestriction } = plan;
  return element(
    'Conditions',
    { NotBefore: maybeInstant(notBefore), NotOnOrAfter: maybeInstant(notOnOrAfter) },
    ...audienceRestrictions.map((audiences) => element('AudienceRestriction', {}, allAudiences(audiences))),
    oneTimeUse && element('OneTimeUse', {}),
    proxyRestriction &&
      element(
        'ProxyRestriction',
        { Count: proxyRestriction.count?.toString() },
        allAudiences(proxyRestriction.audiences),
      ),
  );
}

function allAudiences(audiences: readonly string[]): Markup {
  return sequence(...audiences.map((audience) => element('Audience', {}, text(audience))));
}

function attribute({ name: attributeName, nameFormat, friendlyName, values }: AttributePlan): Markup {
  return element(
    'Attribute',
    { Name: attributeName, NameFormat: nameFormat, FriendlyName: friendlyName },
    ...values.map((value) => element('AttributeValue', {}, text(value))),
  );
}

function authnStatement(plan: NonNullable<AssertionPlan['authnStatement']>): Markup {
  const { authnInstant, sessionIndex, sessionNotOnOrAfter, contextClassRef } = plan;
  return element(
    'AuthnStatement',
    {
      AuthnInstant: maybeInstant(authnInstant),
      SessionIndex: sessionIndex,
      SessionNotOnOrAfter: maybeInstant(sessionNotOnOrAfter),
    },
    element(
      'AuthnContext',
      {},
      contextClassRef !== undefined && element('AuthnContextClassRef', {}, text(contextClassRef)),
    ),
  );
}

function maybeInstant(value: Date | string | undefined): string | undefined {
  return value === undefined ? undefined : instant(value);
}
