import { join, resolve } from 'node:path';
import { DEFAULT_PORTS } from '../../config/default-ports.js';
import { createEntraStandIn } from '../../entra/stand-in.js';
import { keyFolder } from '../../harness/key-folder.js';
import { probe as probeServiceProvider } from '../../harness/probe/probe.js';
import type { ProbeOptions, ProbeReport } from '../../harness/probe/probe-options.js';
import type { CliIo } from '../cli-io.js';
import type { PROBE_REPORTERS } from '../definitions/probe.js';
import { EXIT } from '../exit-codes.js';
import { probeJunit, probeText } from '../probe-report.js';
import { readBytes } from '../read-input.js';
import { writeAnswer } from '../write-answer.js';

export interface ProbeFlags {
  readonly acs: string;
  readonly entityId: string;
  readonly signedIn: string;
  readonly start?: string;
  readonly fault?: readonly string[];
  readonly user: string;
  readonly spCert?: string;
  readonly dataDir: string;
  readonly metadata?: boolean;
  readonly reporter: (typeof PROBE_REPORTERS)[number];
  readonly output?: string;
  readonly json?: boolean;
  readonly iOwnThisHost?: boolean;
}

export async function probe(flags: ProbeFlags, io: CliIo): Promise<number> {
  const { clock, random } = io;
  const keys = keyFolder(join(resolve(io.cwd, flags.dataDir), 'keys'));
  // Where `start` serves the stand-in; a service provider asks there for a login, and the probe answers in its place.
  const origin = () => `http://127.0.0.1:${DEFAULT_PORTS.entraPort}`;
  if (flags.metadata) {
    const application = { identifiers: [flags.entityId], replyUrls: [flags.acs] };
    const metadata = await createEntraStandIn({ clock, random, keys, origin, application }).metadata();
    const text = flags.json ? JSON.stringify({ metadata }) : metadata;
    await writeAnswer(`${text}\n`, flags.output, io);
    return EXIT.healthy;
  }
  let tried = 0;
  const report = await probeServiceProvider(
    {
      ...(await optionsOf(flags, io)),
      onAttempt: () => {
        tried++;
        if (io.stderr.isTTY) io.stderr.write(`\r${tried} tried`);
      },
    },
    { clock, random, keys, origin },
  );
  if (io.stderr.isTTY) io.stderr.write('\n');
  await print(report, flags, io);
  return report.healthy ? EXIT.healthy : EXIT.findings;
}

async function optionsOf(flags: ProbeFlags, io: CliIo): Promise<ProbeOptions> {
  const { acs, entityId, signedIn, start, fault, user, spCert, iOwnThisHost } = flags;
  return {
    ...{ acs, entityId, signedIn, user },
    ...(start !== undefined && { start }),
    ...(fault && { faults: fault }),
    ...(spCert !== undefined && { encryptionCertificate: Buffer.from(await readBytes(spCert, io)).toString('utf8') }),
    ...(iOwnThisHost && { iOwnThisHost }),
  };
}

async function print(report: ProbeReport, flags: ProbeFlags, io: CliIo): Promise<void> {
  const reporter = flags.json ? 'json' : flags.reporter;
  const text =
    reporter === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : reporter === 'junit'
        ? probeJunit(report)
        : probeText(report);
  await writeAnswer(text, flags.output, io);
}
