import type { ContractRule, HeldContract } from '../../../contract/hold.js';
import { Badge } from '../badge.js';
import { Text, Value } from '../text.js';

/** The claim contract the login was held against: every rule, kept or broken, with what was asked for and what came. */
export function ContractView({ contract }: { readonly contract: HeldContract | undefined }) {
  if (!contract) return null;
  const { name, rules } = contract;
  const broken = rules.filter(({ met }) => !met);
  return (
    <section id="contract" aria-labelledby="contract-head">
      <h3 id="contract-head">Claim contract</h3>
      <p>
        <Badge tone={broken.length === 0 ? 'good' : 'bad'}>
          {broken.length === 0 ? 'Contract satisfied' : 'Contract broken'}
        </Badge>{' '}
        <code>
          <Text value={name} max={200} />
        </code>
        :{' '}
        {broken.length === 0
          ? `all ${rules.length} rules are met`
          : `${broken.length} of ${rules.length} rules violated`}
      </p>
      <table class="claims contract">
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Expected</th>
            <th scope="col">Actual</th>
          </tr>
        </thead>
        <tbody>
          {[...broken, ...rules.filter(({ met }) => met)].map((rule) => (
            <RuleRow key={rule.path} rule={rule} file={contract.file} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RuleRow({ rule, file }: { readonly rule: ContractRule; readonly file: string | undefined }) {
  const { path, line, met, expected, actual, violations } = rule;
  return (
    <tr>
      <th scope="row">
        <Badge tone={met ? 'good' : 'bad'}>{met ? 'Met' : 'Violated'}</Badge>{' '}
        <span class="mono">{path === '' ? 'claims are verified' : <Text value={path} max={200} />}</span>
        {file === undefined || line === undefined ? null : (
          <div class="quiet small">
            <Text value={`${file}:${line}`} max={300} />
          </div>
        )}
      </th>
      <td data-label="Expected">
        <Text value={expected} max={400} />
      </td>
      <td data-label="Actual">
        <Value value={actual} />
        {violations.map(({ path: at, line: atLine, message }) => (
          <p key={`${at} ${message}`} class="hint">
            <Text value={message} max={400} />
            {atLine === undefined || atLine === line ? null : ` (line ${atLine})`}
          </p>
        ))}
      </td>
    </tr>
  );
}
