import { duration } from '../../../diagnosis/time-words.js';
import type { AnsweredLogin, ReceivedResponse, SentRequest } from '../../../logins/login.js';
import { instantInWords } from '../instant.js';
import { visibleText } from '../invisible.js';

/** One message between two of the three parties. */
interface Step {
  readonly from: 'sp' | 'browser' | 'idp';
  readonly to: 'sp' | 'browser' | 'idp';
  readonly label: string;
  /** When and how, then what it carried. */
  readonly details: readonly string[];
}

const X = { sp: 110, browser: 360, idp: 610 } as const;
const TOP = 46;
const ROW = 60;
/** What fits between two lifelines. */
const MAX_DETAIL = 44;

/** Who sent what to whom and when: drawn on wide pages, listed on narrow ones and for readers. */
export function Sequence({ login }: { readonly login: AnsweredLogin }) {
  const steps = stepsOf(login);
  const height = TOP + steps.length * ROW + 14;
  return (
    <section id="messages" aria-labelledby="messages-head">
      <h2 id="messages-head">Messages</h2>
      <svg class="sequence" viewBox={`0 0 720 ${height}`} aria-hidden="true">
        {(['sp', 'browser', 'idp'] as const).map((party) => (
          <g key={party}>
            <line x1={X[party]} x2={X[party]} y1="28" y2={height} class="lifeline" stroke-width="1" />
            <text x={X[party]} y="18" text-anchor="middle" font-size="12" font-weight="600" class="party">
              {NAMES[party]}
            </text>
          </g>
        ))}
        {steps.map((step, index) => (
          <Arrow key={index} step={step} y={TOP + index * ROW + 16} />
        ))}
      </svg>
      <ol class="sequence-words">
        {steps.map((step, index) => (
          <li key={index}>
            {NAMES[step.from]} to {NAMES[step.to].toLowerCase()}: {step.label}.{' '}
            <span class="quiet">{step.details.join('; ')}.</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const NAMES = { sp: 'Service provider', browser: 'Browser', idp: 'Identity provider' } as const;

function Arrow({ step, y }: { readonly step: Step; readonly y: number }) {
  const from = X[step.from];
  const to = X[step.to];
  const head = to > from ? -7 : 7;
  return (
    <g class="arrow">
      <line x1={from} x2={to} y1={y} y2={y} stroke-width="1.5" />
      <path d={`M${to + head} ${y - 4}L${to} ${y}l${head} 4`} fill="none" stroke-width="1.5" />
      <text x={(from + to) / 2} y={y - 7} text-anchor="middle" font-size="12" class="label">
        {step.label}
      </text>
      {step.details.map((detail, index) => (
        <text
          key={index}
          x={(from + to) / 2}
          y={y + 15 + index * 14}
          text-anchor="middle"
          font-size="11"
          class="detail"
        >
          {detail.length > MAX_DETAIL ? `${detail.slice(0, MAX_DETAIL - 1)}…` : detail}
        </text>
      ))}
    </g>
  );
}

function stepsOf(login: AnsweredLogin): Step[] {
  const { request, received, response } = login;
  const issued = response?.issueInstant;
  return [
    ...(request ? stepsOfRequest(request) : []),
    {
      from: 'idp',
      to: 'browser',
      label: request ? 'Response' : 'Response, unasked',
      details: [
        issued === undefined ? 'no IssueInstant could be read' : `issued ${clock(issued)} by its clock`,
        contentInWords(login),
      ],
    },
    {
      from: 'browser',
      to: 'sp',
      label: login.accepted ? 'Response, accepted' : 'Response, refused',
      details: [
        [clock(received.at), `by ${received.binding}`, waited(login)].filter(Boolean).join(', '),
        postInWords(received),
      ],
    },
  ];
}

function stepsOfRequest(request: SentRequest): Step[] {
  const { id, sentAt, relayState, cookies = [], binding } = request;
  return [
    {
      from: 'sp',
      to: 'browser',
      label: 'AuthnRequest',
      details: [clock(sentAt), withRelayState(relayState, cookies.length)],
    },
    { from: 'browser', to: 'idp', label: 'AuthnRequest', details: [`by ${binding}`, `ID ${visibleText(id)}`] },
  ];
}

/** What stands in the message, counted. */
function contentInWords({ assertion, claims, response }: AnsweredLogin): string {
  if (!assertion) return response?.status === undefined ? 'nothing that could be read' : 'a status and no assertion';
  const { length } = Object.keys(claims);
  const subject = assertion.subject?.nameId === undefined ? 'no NameID' : 'NameID';
  return `${subject}, ${counted(length, 'claim')}`;
}

/** What came along with the message. */
function postInWords({ samlResponse, relayState, cookieNames = [] }: ReceivedResponse): string {
  const size =
    samlResponse === undefined ? 'no SAMLResponse' : `${samlResponse.length.toLocaleString('en-US')} characters`;
  return `${size}, ${withRelayState(relayState, cookieNames.length)}`;
}

function withRelayState(relayState: string | undefined, cookies: number): string {
  return `${relayState === undefined ? 'no RelayState' : 'RelayState'}, ${counted(cookies, 'cookie')}`;
}

const counted = (count: number, noun: string) => `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;

function waited({ request, received }: AnsweredLogin): string | undefined {
  if (!request) return undefined;
  const ms = Date.parse(received.at) - Date.parse(request.sentAt);
  return Number.isNaN(ms) || ms < 0 ? undefined : `after ${duration(ms)}`;
}

/** The time of day of an instant; the date stands at the top of the page. */
function clock(iso: string): string {
  const words = instantInWords(iso);
  return words === iso ? iso.slice(0, 40) : words.slice(11);
}
