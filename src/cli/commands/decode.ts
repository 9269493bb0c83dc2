import { lastSegment, show } from '../../diagnosis/show.js';
import { HarnessError } from '../../errors.js';
import { prettyXml } from '../../http/inspector/pretty-xml.js';
import { importMessages } from '../../import/import-messages.js';
import type { ImportedMessage } from '../../import/imported-message.js';
import { readXml } from '../../saml/read-xml.js';
import { type CliIo, wantsColor } from '../cli-io.js';
import { decodeLink } from '../decode-link.js';
import { EXIT } from '../exit-codes.js';
import { type Fact, factsOf } from '../facts.js';
import { readInput } from '../read-input.js';
import { readKey } from '../read-settings.js';

export interface DecodeFlags {
  readonly spKey?: readonly string[];
  readonly raw?: boolean;
  /** Print the address of the Decode page with the message in it. */
  readonly link?: boolean;
  readonly url?: string;
  readonly json?: boolean;
}

/** Shows every message in the input. */
export async function decode(file: string, flags: DecodeFlags, io: CliIo): Promise<number> {
  const keys = await Promise.all((flags.spKey ?? []).map((path) => readKey(path, io)));
  const { bytes, name } = await readInput(file, io);
  const messages = importMessages(bytes, name);
  const nothing = messages.every(({ xml }) => xml === undefined) ? messages[0] : undefined;
  if (nothing) {
    const why = nothing.hint ?? 'Its value decodes to nothing that is XML.';
    throw new HarnessError(
      'NOT_A_MESSAGE',
      `There is no SAML message in ${nothing.source}. ${why}`,
      'saml-rehearsal diagnose says what is wrong with a posted value.',
    );
  }
  if (flags.link) {
    io.stdout.write(`${decodeLink(messages, flags.url, io)}\n`);
    return EXIT.healthy;
  }
  if (flags.raw) for (const { xml } of messages) io.stdout.write(`${xml ?? ''}\n`);
  else if (flags.json) io.stdout.write(await asJson(messages, keys));
  else for (const message of messages) io.stdout.write(await asText(message, keys, wantsColor(io, io.stdout)));
  if (!flags.raw && !flags.json) io.stderr.write('Nothing was verified. saml-rehearsal diagnose gives a verdict.\n');
  return EXIT.healthy;
}

async function asJson(messages: readonly ImportedMessage[], keys: readonly string[]): Promise<string> {
  const decoded = await Promise.all(
    messages.map(async ({ record: _record, request, ...message }) => ({
      ...message,
      ...(request?.id !== undefined && { requestId: request.id }),
      facts: await factsOf({ ...message, ...(request && { request }) }, keys),
    })),
  );
  return `${JSON.stringify({ messages: decoded }, null, 2)}\n`;
}

async function asText(message: ImportedMessage, keys: readonly string[], color: boolean): Promise<string> {
  const bold = (text: string) => (color ? `\u001b[1m${text}\u001b[22m` : text);
  const { root, source, repairs, notes, hint, xml } = message;
  const facts = await factsOf(message, keys);
  const widest = Math.min(24, Math.max(0, ...facts.map(({ label }) => shortLabel(label).length)));
  return [
    `${bold(show(root ?? 'Not a SAML message'))}  ${show(source)}`,
    ...[...repairs, ...notes, ...(hint === undefined ? [] : [hint])].map((note) => `  Note: ${show(note, 1000)}`),
    '',
    ...facts.flatMap((fact) => factLines(fact, widest)),
    '',
    ...(xml === undefined ? [] : [indented(xml), '']),
    '',
  ].join('\n');
}

function factLines({ label, values }: Fact, widest: number): string[] {
  return values.map(
    (value, index) => `  ${(index === 0 ? shortLabel(label) : '').padEnd(widest)}  ${show(value, 2000)}`,
  );
}

/** A claim by the name people use; the full one stands in the XML below. */
function shortLabel(label: string): string {
  return show(/^(https?|urn):/.test(label) ? lastSegment(label) : label);
}

/** Pretty-printed where it can be read, else as it is; never a control character for the terminal. */
function indented(xml: string): string {
  const read = readXml(xml);
  const text =
    'problem' in read
      ? `${xml}\n(not pretty-printed: ${read.problem.message})`
      : prettyXml(read.document).lines.join('\n');
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}
