import type { AnsweredLogin } from '../../../logins/login.js';
import { durationInWords, instantInWords } from '../instant.js';

/** One message between two of the three parties. */
interface Step {
  readonly from: 'sp' | 'browser' | 'idp';
  readonly to: 'sp' | 'browser' | 'idp';
  readonly label: string;
  readonly detail: string;
}

const X = { sp: 110, browser: 360, idp: 610 } as const;
const TOP = 46;
const ROW = 44;

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
            {NAMES[step.from]} to {NAMES[step.to].toLowerCase()}: {step.label}. <span class="quiet">{step.detail}</span>
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
      <text x={(from + to) / 2} y={y + 15} text-anchor="middle" font-size="11" class="detail">
        {step.detail}
      </text>
    </g>
  );
}

function stepsOf(login: AnsweredLogin): Step[] {
  const { request, received, response } = login;
  const steps: Step[] = [];
  if (request) {
    const sent = clock(request.sentAt);
    steps.push(
      {
        from: 'sp',
        to: 'browser',
        label: 'AuthnRequest',
        detail: `${sent}${request.relayState ? ', with RelayState' : ''}`,
      },
      { from: 'browser', to: 'idp', label: 'AuthnRequest', detail: `by ${request.binding}` },
    );
  }
  const issued = response?.issueInstant;
  steps.push(
    {
      from: 'idp',
      to: 'browser',
      label: request ? 'Response' : 'Response, unasked',
      detail: issued === undefined ? 'no IssueInstant could be read' : `issued ${clock(issued)} by its clock`,
    },
    {
      from: 'browser',
      to: 'sp',
      label: login.accepted ? 'Response, accepted' : 'Response, refused',
      detail: [clock(received.at), `by ${received.binding}`, waited(login)].filter(Boolean).join(', '),
    },
  );
  return steps;
}

function waited({ request, received }: AnsweredLogin): string | undefined {
  if (!request) return undefined;
  const ms = Date.parse(received.at) - Date.parse(request.sentAt);
  return Number.isNaN(ms) || ms < 0 ? undefined : `${durationInWords(ms)} after the request`;
}

/** The time of day of an instant; the date stands at the top of the page. */
function clock(iso: string): string {
  const words = instantInWords(iso);
  return words === iso ? iso.slice(0, 40) : words.slice(11);
}
