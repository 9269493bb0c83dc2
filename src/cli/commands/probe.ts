import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createEntraStandIn } from '../../entra/stand-in.js';
import { HarnessError } from '../../errors.js';
import { keyFolder } from '../../harness/key-folder.js';
import { probe as probeServiceProvider } from '../../harness/probe/probe.js';
import type { ProbeOptions, ProbeReport } from '../../harness/probe/probe-options.js';
import type { CliIo } from '../cli-io.js';
import type { PROBE_REPORTERS } from '../definitions/probe.js';
import { EXIT } from '../exit-codes.js';
import { probeJunit, probeText } from '../probe-report.js';
import { writeTo } from '../write-report.js';

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
  const origin = () => 'http://127.0.0.1:7011';
  if (flags.metadata) {
    const application = { identifiers: [flags.entityId], replyUrls: [flags.acs] };
    const metadata = await createEntraStandIn({ clock, random, keys, origin, application }).metadata();
    const text = flags.json ? JSON.stringify({ metadata }) : metadata;
    if (flags.output === undefined) io.stdout.write(`${text}\n`);
    else await writeTo(flags.output, `${text}\n`, io);
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
    ...(spCert !== undefined && { encryptionCertificate: await readCertificateFile(resolve(io.cwd, spCert), spCert) }),
    ...(iOwnThisHost && { iOwnThisHost }),
  };
}

async function readCertificateFile(file: string, given: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new HarnessError('FILE_UNREADABLE', `${given} cannot be read: ${error.message}.`, 'Give a PEM file.', {
      cause: error,
    });
  });
}

async function print(report: ProbeReport, flags: ProbeFlags, io: CliIo): Promise<void> {
  const reporter = flags.json ? 'json' : flags.reporter;
  const text =
    reporter === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : reporter === 'junit'
        ? probeJunit(report)
        : probeText(report);
  if (flags.output === undefined) return void io.stdout.write(text);
  await writeTo(flags.output, text, io);
}
