import type { AnsweredLogin, SecondOpinion } from '../../../logins/login.js';
import { Badge, verdictOf } from '../badge.js';
import { rootCauseOf, undecidedOf } from '../login-words.js';
import { Text } from '../text.js';

interface SecondOpinionProps {
  readonly login: AnsweredLogin;
  readonly opinion: SecondOpinion | undefined;
}

/** Our verdict and another library's, side by side, with the reason when they part. */
export function SecondOpinionView({ login, opinion }: SecondOpinionProps) {
  const { tone, word } = verdictOf(login);
  const cause = rootCauseOf(login) ?? undecidedOf(login);
  return (
    <section id="second-opinion" aria-labelledby="second-opinion-head">
      <h2 id="second-opinion-head">Second opinion</h2>
      <div class="opinions">
        <div class="card">
          <p class="eyebrow">These checks</p>
          <Badge tone={tone}>{word}</Badge>
          <p>{cause ? <Text value={cause.summary} max={600} /> : 'Every check that applies has passed.'}</p>
        </div>
        <div class="card">
          <p class="eyebrow">{opinion ? opinion.library : 'Another library'}</p>
          <Opinion opinion={opinion} />
        </div>
      </div>
      {opinion?.gap ? (
        <p class="notice">
          <Text value={opinion.gap} max={1200} />
        </p>
      ) : null}
    </section>
  );
}

function Opinion({ opinion }: { readonly opinion: SecondOpinion | undefined }) {
  if (!opinion) return <p class="quiet">Not asked.</p>;
  if (opinion.notAsked !== undefined) {
    return (
      <p class="quiet">
        Not asked: <Text value={opinion.notAsked} max={600} />
      </p>
    );
  }
  return (
    <>
      <Badge tone={opinion.accepted ? 'good' : 'bad'}>{opinion.accepted ? 'Accepted' : 'Refused'}</Badge>
      <p>
        {opinion.reason === undefined ? (
          opinion.accepted ? (
            'It has no objection.'
          ) : (
            'It names no reason.'
          )
        ) : (
          <Text value={opinion.reason} max={1200} />
        )}
      </p>
    </>
  );
}
