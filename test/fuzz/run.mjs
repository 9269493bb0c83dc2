/** `npm run fuzz -- --runs 1000000 [--seed 42]`: the fuzz test with any number of runs; without a seed, with another one each time. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '200000' }, seed: { type: 'string' } } });
const seed = values.seed ?? String(randomInt(2 ** 31 - 1));
if (!/^[1-9]\d*$/.test(values.runs) || !/^-?\d+$/.test(seed)) {
  process.stderr.write('Give --runs and --seed as whole numbers.\n');
  process.exit(2);
}
process.stdout.write(`${values.runs} runs, seed ${seed}\n`);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(process.execPath, [...jest, 'test/fuzz/mutations.test.ts', '--runInBand'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: values.runs, FUZZ_SEED: seed },
});
process.exit(status ?? 1);
