/** A place for the server of this run; the first test that needs one starts it there. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup() {
  process.env.REHEARSAL_TEST_POSTGRES = mkdtempSync(join(tmpdir(), 'rehearsal-postgres-'));
  process.env.REHEARSAL_TEST_OWNER = String(process.pid);
}
