import { DEFAULT_PORTS } from '../../config/default-ports.js';
import { readConfigFile } from '../../config/read-file.js';
import { readSwitch } from '../../config/read-switch.js';
import { HarnessError } from '../../errors.js';
import { present } from '../../saml/present.js';
import type { CliIo } from '../cli-io.js';
import { variable } from '../read-settings.js';
import type { PreflightFlags } from './look-over.js';

/** The flags, and what they leave open as `start` would find it: in the environment, then in the configuration file. */
export async function givenSettings(flags: PreflightFlags, io: CliIo): Promise<PreflightFlags> {
  const { values, faults } = await readConfigFile(io.cwd, variable(io, 'CONFIG'));
  const [fault] = faults;
  if (fault) {
    const remedy = 'Mend it; `saml-rehearsal start --help` lists every setting.';
    throw new HarnessError('CONFIG_INVALID', `${fault.where}: ${fault.message}`, remedy);
  }
  const text = (key: string, name: string) => variable(io, name) ?? textOf(values[key]);
  const port = (key: string, name: string) => portOf(text(key, name));
  const isVerbatim = readSwitch(text('verbatim', 'VERBATIM') ?? '') === true;
  const settings = {
    idpMetadata: text('idpMetadata', 'IDP_METADATA'),
    entityId: text('entityId', 'ENTITY_ID'),
    acs: text('acsUrl', 'ACS_URL'),
    accountCode: text('accountCode', 'ACCOUNT_CODE'),
    region: text('region', 'REGION'),
    port: port('port', 'PORT'),
    entraPort: port('entraPort', 'ENTRA_PORT'),
    tlsPort: isVerbatim ? (port('tlsPort', 'TLS_PORT') ?? DEFAULT_PORTS.tlsPort) : undefined,
  };
  return { ...present(settings), ...present(flags) };
}

const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

function portOf(text: string | undefined): number | undefined {
  const port = Number(text ?? Number.NaN);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}
