import type { AnsweredLogin, SecondOpinion } from '../../../logins/login.js';
import type { Reading } from '../../inspector/reading.js';
import { XmlPanel } from '../xml/xml-panel.js';
import { Claims, Identity } from './claims.js';
import { Conditions } from './conditions.js';
import { Findings } from './findings.js';
import { Raw } from './raw.js';
import { SecondOpinionView } from './second-opinion.js';
import { Sequence } from './sequence.js';
import { Signatures } from './signatures.js';
import { VerdictHead } from './verdict-head.js';

export interface LoginBodyProps {
  readonly login: AnsweredLogin;
  readonly now: Date;
  readonly reading: Reading;
  readonly opinion: SecondOpinion | undefined;
  /** False for a message that was only decoded: no arrival, no other party. */
  readonly isRecorded: boolean;
}

/** Everything about one message: on wide pages the XML stands beside the words, so that a line can be looked up without leaving them. */
export function LoginBody({ login, now, reading, opinion, isRecorded }: LoginBodyProps) {
  const { evidence, views, placeOf, publishedCertificates } = reading;
  const hasAssertion = evidence.assertion !== undefined;
  return (
    <div class={views.length > 0 ? 'login-columns' : undefined}>
      <div class="login-words">
        <VerdictHead login={login} now={now} placeOf={placeOf} isRecorded={isRecorded} />
        <Contents hasAssertion={hasAssertion} hasXml={views.length > 0} isRecorded={isRecorded} />
        <Findings findings={login.diagnosis.findings} rootCause={login.diagnosis.rootCause} placeOf={placeOf} />
        {hasAssertion ? (
          <>
            <Identity login={login} />
            <Claims login={login} />
            <Conditions login={login} evidence={evidence} now={now} />
          </>
        ) : (
          <NoAssertion />
        )}
        <Signatures evidence={evidence} published={publishedCertificates} now={now} />
        {isRecorded ? <Sequence login={login} /> : null}
        <SecondOpinionView login={login} opinion={opinion} />
        <Raw login={login} isRecorded={isRecorded} />
      </div>
      <XmlPanel views={views} signatures={evidence.signatures ?? []} />
    </div>
  );
}

/** Three empty sections would only say the same three times. */
function NoAssertion() {
  return (
    <section id="claims" aria-labelledby="claims-head">
      <h2 id="claims-head">NameID, claims, conditions</h2>
      <p class="quiet">No assertion could be read, so there are none.</p>
    </section>
  );
}

interface ContentsProps {
  readonly hasAssertion: boolean;
  readonly hasXml: boolean;
  readonly isRecorded: boolean;
}

function Contents({ hasAssertion, hasXml, isRecorded }: ContentsProps) {
  const places = [
    ['findings', 'Findings'],
    ...(hasAssertion
      ? [
          ['identity', 'NameID'],
          ['claims', 'Claims'],
          ['conditions', 'Conditions'],
        ]
      : []),
    ['signature', 'Signature'],
    ...(isRecorded ? [['messages', 'Messages']] : []),
    ['second-opinion', 'Second opinion'],
    ['raw', 'As it arrived'],
    ...(hasXml ? [['xml', 'XML']] : []),
  ];
  return (
    <nav class="contents" aria-label="On this page">
      <ul>
        {places.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
