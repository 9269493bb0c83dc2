import type { AnsweredLogin } from '../../../logins/login.js';
import type { Comparison, Difference } from '../../inspector/comparison.js';
import { Badge, verdictOf } from '../badge.js';
import { partedTexts } from '../difference.js';
import { Age } from '../instant.js';
import { visibleText } from '../invisible.js';
import { Layout, type SiteFacts } from '../layout.js';
import { userOf } from '../login-words.js';
import { Text, Value, visible } from '../text.js';

export interface ComparePageProps {
  readonly site: SiteFacts;
  readonly now: Date;
  readonly left: AnsweredLogin;
  readonly right: AnsweredLogin;
  readonly comparison: Comparison;
}

/** `GET /compare/:a/:b`: what two logins differ in, ids and instants aside. */
export function ComparePage({ site, now, left, right, comparison }: ComparePageProps) {
  const { groups, incidental, same } = comparison;
  return (
    <Layout title="Compare" site={site} section="logins" stylesheets={['compare.css', 'login.css']}>
      <p class="trail">
        <a href="/">All logins</a>
        <a href={`/compare/${encodeURIComponent(right.id)}/${encodeURIComponent(left.id)}`}>Swap sides</a>
      </p>
      <h1>Two logins compared</h1>
      {groups.length === 0 ? <p>They differ in nothing but ids and instants.</p> : null}
      <Differences left={left} right={right} now={now} groups={groups} />
      <p class="quiet small">{same} other facts are the same in both.</p>
      {incidental.length === 0 ? null : (
        <details>
          <summary>Ids and instants, which differ in any two logins</summary>
          <table class="compare">
            <tbody>
              {incidental.map((difference) => (
                <Row key={difference.label} difference={difference} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Layout>
  );
}

type DifferencesProps = Pick<ComparePageProps, 'left' | 'right' | 'now'> & Pick<Comparison, 'groups'>;

function Differences({ left, right, now, groups }: DifferencesProps) {
  return (
    <table class="compare">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">Fact</span>
          </th>
          <SideHead login={left} now={now} />
          <SideHead login={right} now={now} />
        </tr>
      </thead>
      {groups.map(({ title, differences }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={3} class="eyebrow">
              {title}
            </th>
          </tr>
          {differences.map((difference) => (
            <Row key={difference.label} difference={difference} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function SideHead({ login, now }: { readonly login: AnsweredLogin; readonly now: Date }) {
  const { tone, word } = verdictOf(login);
  const user = userOf(login);
  return (
    <th scope="col">
      <Badge tone={tone}>{word}</Badge>{' '}
      <a href={`/logins/${encodeURIComponent(login.id)}`}>
        {user === undefined ? 'Nobody' : <Text value={user} max={80} />}
      </a>{' '}
      <span class="quiet">
        <Age iso={login.received.at} now={now} />
      </span>
    </th>
  );
}

function Row({ difference }: { readonly difference: Difference }) {
  const { label, title, left, right } = difference;
  const [before] = left;
  const [after] = right;
  const parted =
    left.length === 1 && right.length === 1 && before !== undefined && after !== undefined && before.length < 400
      ? partedTexts(before, after)
      : undefined;
  const worthMarking = parted && parted[0].before.length + parted[0].after.length > 12;
  return (
    <tr>
      <th scope="row" {...(title === undefined ? {} : { title: visibleText(title.slice(0, 300)) })}>
        <Text value={label} max={120} />
      </th>
      {[left, right].map((values, side) => (
        <td key={side}>
          {worthMarking && parted[side] ? (
            <span class="mono">
              {visible(parted[side].before)}
              <mark class="difference">{visible(parted[side].differs)}</mark>
              {visible(parted[side].after)}
            </span>
          ) : (
            <Values values={values} others={side === 0 ? right : left} />
          )}
        </td>
      ))}
    </tr>
  );
}

/** Of two lists only what is in one of them tells them apart. */
function Values({ values, others }: { readonly values: readonly string[]; readonly others: readonly string[] }) {
  if (values.length === 0) return <span class="quiet">none</span>;
  const known = new Set(others);
  const own = values.filter((value) => !known.has(value));
  const shared = values.length - own.length;
  return (
    <>
      <Lines values={own.slice(0, MAX_OPEN)} />
      {own.length > MAX_OPEN ? (
        <details>
          <summary>{own.length - MAX_OPEN} more</summary>
          <Lines values={own.slice(MAX_OPEN, MAX_LISTED)} />
        </details>
      ) : null}
      {shared === 0 ? null : <p class="quiet small">{sharedInWords(shared, own.length, others.length)}</p>}
    </>
  );
}

function sharedInWords(shared: number, own: number, others: number): string {
  if (own === 0 && shared === others) return 'the same values, in another order';
  return `${own === 0 ? '' : 'and '}${shared === 1 ? 'one that is' : `${shared} that are`} in both`;
}

/** More values than this are folded. */
const MAX_OPEN = 12;
const MAX_LISTED = 500;

function Lines({ values }: { readonly values: readonly string[] }) {
  return (
    <ul class="plain-list">
      {values.map((value, index) => (
        <li key={index}>
          <Value value={value} />
        </li>
      ))}
    </ul>
  );
}
