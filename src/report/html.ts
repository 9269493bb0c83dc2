/** One HTML file that needs nothing else: no script, nothing fetched, every value escaped. */

import type { Finding } from '../diagnosis/check.js';
import { countOfRules } from './contract-words.js';
import { STYLE } from './html-style.js';
import { type Markup, markup } from './markup.js';
import { type Receipt, receiptLines } from './receipt.js';
import type { ReportedMessage } from './reported-message.js';
import { blocked, failures, verdictLine } from './verdict.js';

export function htmlReport(messages: readonly ReportedMessage[], receipt?: Receipt): string {
  const title =
    messages.length === 1 ? `SAML report: ${messages[0]?.name ?? ''}` : `SAML report: ${messages.length} messages`;
  const page = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>${messages.map(section)}</main>
<footer>${receipt ? removed(receipt) : undefined}<p>Written by saml-rehearsal. It rehearses a service provider; it is not the service provider.</p></footer>
</body>
</html>
`;
  return page.html;
}

function section(message: ReportedMessage): Markup {
  const { diagnosis, judgedAt, repairs = [], notes = [] } = message;
  const failed = failures(diagnosis);
  const unjudged = blocked(diagnosis);
  return markup`<section>
<h1>${message.name}</h1>
<p class="verdict ${diagnosis.accepted ? 'accepted' : 'refused'}"><strong>${diagnosis.accepted ? 'Accepted' : 'Not accepted'}</strong>${diagnosis.accepted ? undefined : `. ${capital(verdictLine(message))}`}</p>
${judgedAt === undefined ? undefined : markup`<p>Judged as of <time>${judgedAt}</time>.</p>`}
${[...repairs, ...notes].map((note) => markup`<p class="note">${note}</p>`)}
${failed.length > 0 ? markup`<h2>What is wrong</h2>${failed.map((finding) => card(finding, finding.id === diagnosis.rootCause))}` : undefined}
${unjudged.length > 0 ? markup`<h2>What could not be judged</h2>${unjudged.map((finding) => card(finding, false))}` : undefined}
${claims(message)}
${contractTable(message)}
${secondOpinion(message)}
<h2>All checks</h2>
<table class="checks"><thead><tr><th>check</th><th>result</th><th></th></tr></thead><tbody>${diagnosis.findings.map(row)}</tbody></table>
${message.xml === undefined ? undefined : markup`<h2>Message</h2><pre>${message.xml}</pre>`}
</section>`;
}

function card(finding: Finding, isRoot: boolean): Markup {
  const { expected, actual, difference, at, remedies = [] } = finding;
  return markup`<article class="finding ${finding.severity}">
<h3>${isRoot ? 'Root cause: ' : ''}${finding.id}</h3>
<p>${finding.summary}</p>
${difference === undefined ? undefined : markup`<pre>${difference}</pre>`}
<dl>${difference === undefined ? [pair('expected', expected), pair('actual', actual)].filter((one) => one !== undefined) : undefined}${pair('at', at && `line ${at.line}, ${at.path}`)}
${remedies.map(({ who, where, action }) => markup`<dt>${who}</dt><dd>${where}<br>${action}</dd>`)}
<dt>source</dt><dd>${finding.spec.map(({ document, clause }) => `${document}, ${clause}`).join('; ')}</dd></dl>
</article>`;
}

function pair(label: string, value: string | undefined): Markup | undefined {
  return value === undefined ? undefined : markup`<dt>${label}</dt><dd><code>${value}</code></dd>`;
}

function claims({ claims, verified, assertion }: ReportedMessage): Markup | undefined {
  const { nameId, nameIdFormat } = assertion?.subject ?? {};
  const rows = Object.entries(claims);
  if (rows.length === 0 && nameId === undefined) return undefined;
  return markup`<h2>Claims${verified ? '' : ' (not verified)'}</h2>
${verified ? undefined : markup`<p class="note">These values stand under no trusted signature. They are what the message says, not what is true.</p>`}
<table><tbody>${nameId === undefined ? undefined : markup`<tr><th>NameID</th><td><code>${nameId}</code> ${nameIdFormat ?? ''}</td></tr>`}
${rows.map(([name, values]) => markup`<tr><th>${name}</th><td>${values.map((value) => markup`<code>${value}</code><br>`)}</td></tr>`)}</tbody></table>`;
}

function contractTable({ contract }: ReportedMessage): Markup | undefined {
  if (!contract) return undefined;
  return markup`<h2>Claim contract ${contract.name}: ${countOfRules(contract)}</h2>
<table><thead><tr><th>rule</th><th>result</th><th>expected</th><th>actual</th></tr></thead><tbody>${contract.rules.map(
    ({ path, line, met, expected, actual }) =>
      markup`<tr><th>${path || 'claims are verified'}${line === undefined ? '' : `, line ${line}`}</th><td>${met ? 'met' : 'violated'}</td><td>${expected}</td><td><code>${actual}</code></td></tr>`,
  )}</tbody></table>`;
}

function secondOpinion({ secondOpinion: opinion }: ReportedMessage): Markup | undefined {
  if (!opinion) return undefined;
  const says =
    opinion.notAsked ?? (opinion.accepted ? 'accepts it' : `refuses it: ${opinion.reason ?? 'without a reason'}`);
  return markup`<h2>Second opinion</h2><p>${opinion.library}: ${says}</p>${opinion.gap === undefined ? undefined : markup`<p>${opinion.gap}</p>`}`;
}

function row(finding: Finding): Markup {
  return markup`<tr><td><code>${finding.id}</code></td><td>${finding.status}</td><td>${finding.status === 'pass' ? finding.title : finding.summary}</td></tr>`;
}

function removed(receipt: Receipt): Markup {
  return markup`<h2>What was removed</h2><ul>${receiptLines(receipt).map((line) => markup`<li>${line}</li>`)}</ul>
<table class="removed"><thead><tr><th>field</th><th>in its place</th></tr></thead><tbody>${receipt.fields.map(
    ({ field, becomes }) =>
      markup`<tr><td>${field}</td><td>${becomes.map((one) => markup`<code>${one}</code><br>`)}</td></tr>`,
  )}</tbody></table>`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
