import { faults } from '../../entra/faults/index.js';
import type { CliIo } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';

export function listFaults(search: string | undefined, flags: { readonly json?: boolean }, io: CliIo): number {
  const wanted = search?.toLowerCase() ?? '';
  const found = faults.filter(({ id, title, caughtBy }) =>
    [id, title, ...caughtBy].some((text) => text.toLowerCase().includes(wanted)),
  );
  if (flags.json) {
    const rows = found.map(({ id, title, caughtBy, acceptedByNodeSaml }) => ({
      id,
      title,
      caughtBy,
      acceptedByNodeSaml: acceptedByNodeSaml === true,
    }));
    io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return EXIT.healthy;
  }
  const widest = Math.max(0, ...found.map(({ id }) => id.length));
  for (const { id, title, caughtBy, acceptedByNodeSaml } of found) {
    io.stdout.write(`${id.padEnd(widest)}  ${title}\n`);
    io.stdout.write(
      `${''.padEnd(widest)}  caught by ${caughtBy.join(', ')}${acceptedByNodeSaml ? '; node-saml lets it through' : ''}\n`,
    );
  }
  if (found.length === 0) io.stderr.write(`No fault has "${search ?? ''}" in it.\n`);
  return EXIT.healthy;
}
