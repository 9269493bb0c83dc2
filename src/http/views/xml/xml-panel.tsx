import type { Signature } from '../../../saml/evidence.js';
import { isSound } from '../../../saml/sound-signature.js';
import type { Token } from '../../inspector/highlight-xml.js';
import type { XmlLine, XmlView } from '../../inspector/xml-view.js';
import { findingTone } from '../badge.js';
import { Rest, visible } from '../text.js';

interface XmlPanelProps {
  readonly views: readonly XmlView[];
  readonly signatures: readonly Signature[];
}

/** The messages as source, line by line: what a signature covers is shaded, what a finding points at is marked. */
export function XmlPanel({ views, signatures }: XmlPanelProps) {
  if (views.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section id="xml" class="xml-panel" aria-label="XML" tabIndex={0}>
      {views.map((view) => (
        <XmlSource key={view.name} view={view} signatures={signatures} />
      ))}
    </section>
  );
}

function XmlSource({ view, signatures }: { readonly view: XmlView; readonly signatures: readonly Signature[] }) {
  const covering = [...new Set(view.lines.flatMap(({ coveredBy }) => coveredBy))];
  return (
    <div class="xml-source">
      <h2 id={`${view.name}-xml`}>{view.title}</h2>
      <p class="xml-note">
        {view.isReadable
          ? 'Indented for reading. This is not the signed form: white space between elements is ours.'
          : 'Not XML that can be read; shown as it came.'}
        {covering.map((number) => (
          <span key={number} class={`covers ${holds(signatures[number - 1]) ? 'good' : 'bad'}`}>
            {' '}
            Shaded: covered by signature {number}, which {holds(signatures[number - 1]) ? 'holds' : 'does not hold'}.
          </span>
        ))}
      </p>
      <div class="xml">
        {view.lines.map((line) => (
          <Line key={line.number} view={view} line={line} signatures={signatures} />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly view: XmlView;
  readonly line: XmlLine;
  readonly signatures: readonly Signature[];
}

function Line({ view, line, signatures }: LineProps) {
  const id = `${view.name}-${line.number}`;
  const shade = line.coveredBy.length === 0 ? '' : allHold(line, signatures) ? ' covered-good' : ' covered-bad';
  const text = line.tokens.map((token) => token.text).join('');
  const [indent = ''] = /^ */.exec(text) ?? [];
  const max = isKeyMaterial(text) ? KEY_MATERIAL_SHOWN : MAX_LINE;
  return (
    <div class={`line${shade}${foundTone(line)}`} id={id}>
      <a class="line-number" tabIndex={-1} href={`#${id}`} aria-label={`Line ${line.number}`}>
        {line.number}
      </a>
      <div class="line-text">
        <span class="indent">{indent}</span>
        <code>{tokensUpTo(withoutIndent(line.tokens, indent.length), max).map(show)}</code>
        <Rest of={text.slice(indent.length)} max={max}>
          {(rest) => <code>{visible(rest)}</code>}
        </Rest>
        {line.findings.map((finding) => (
          <a key={finding.id} class={`line-finding ${findingTone(finding).tone}`} href={`#finding-${finding.id}`}>
            {findingTone(finding).word}: {finding.title}
          </a>
        ))}
      </div>
    </div>
  );
}

const MAX_LINE = 4096;
/** Nobody reads a certificate or a signature value letter by letter; it must not stand between the lines people read. */
const KEY_MATERIAL_SHOWN = 120;
const isKeyMaterial = (text: string) => text.length > 300 && /[A-Za-z0-9+/=]{240}/.test(text);

function foundTone({ findings }: XmlLine): string {
  if (findings.length === 0) return '';
  return findings.some((finding) => findingTone(finding).tone === 'bad') ? ' found-bad' : ' found-warn';
}

/** The indent stands in a column of its own, so that a long line wraps under itself. */
function withoutIndent(tokens: readonly Token[], indent: number): readonly Token[] {
  const [first, ...others] = tokens;
  if (!first || indent === 0) return tokens;
  if (first.text.length <= indent) return withoutIndent(others, indent - first.text.length);
  return [{ ...first, text: first.text.slice(indent) }, ...others];
}

function tokensUpTo(tokens: readonly Token[], length: number): Token[] {
  const kept: Token[] = [];
  let left = length;
  for (const token of tokens) {
    if (left <= 0) break;
    kept.push({ ...token, text: token.text.slice(0, left) });
    left -= token.text.length;
  }
  return kept;
}

function show({ kind, text }: Token, index: number) {
  return kind === undefined ? (
    visible(text)
  ) : (
    <span key={index} class={`x-${kind}`}>
      {visible(text)}
    </span>
  );
}

const holds = (signature: Signature | undefined): boolean => signature !== undefined && isSound(signature);

const allHold = ({ coveredBy }: XmlLine, signatures: readonly Signature[]) =>
  coveredBy.every((number) => holds(signatures[number - 1]));
