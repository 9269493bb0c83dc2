import { describe, expect, it } from '@jest/globals';
import { inFolder } from './command-line.js';

const { run } = inFolder({ 'r.xml': '<a/>' });

describe('Help and version', () => {
  it.each([[['--help']], [['help']]])('%j goes to stdout and is no error', async (argv) => {
    const { code, out, err } = await run(argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Exit codes: 0 healthy, 1 findings, 2 usage or configuration');
  });

  it.each(['diagnose', 'decode', 'explain'])('%s has examples', async (command) => {
    const { code, out } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}\S/);
    expect(out).toContain('--json');
  });

  it('prints the version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('A mistake on the command line', () => {
  it('in a command is met with the nearest one', async () => {
    const { code, out, err } = await run(['diagnoze', 'x']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('COMMAND_UNKNOWN: There is no command "diagnoze"; did you mean "diagnose"?');
  });

  it('in a flag is met with the nearest one', async () => {
    const { code, out, err } = await run(['diagnose', 'r.xml', '--idp-metadat', 'x']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("USAGE: unknown option '--idp-metadat'");
    expect(err).toContain('(Did you mean --idp-metadata?)');
  });

  it('in a variable is no less one', async () => {
    const { code, err } = await run(['diagnose', 'r.xml'], { env: { SAML_REHEARSAL_CLOCK_SKEW: '3 min' } });
    expect([code, err]).toEqual([
      2,
      'CONFIG_INVALID: SAML_REHEARSAL_CLOCK_SKEW is "3 min".\nGive seconds, 0 to 86400.\n',
    ]);
  });

  it.each([
    [['diagnose'], "missing required argument 'file'"],
    [['diagnose', 'r.xml', '--reporter', 'pdf'], 'Allowed choices are text, json'],
    [['diagnose', 'r.xml', '--clock-skew', 'abc'], 'Give seconds, 0 to 86400'],
    [['diagnose', 'r.xml', '--at', 'yesterday'], 'INSTANT_INVALID: "yesterday" is not an instant.\nGive ISO 8601'],
    [['diagnose', 'r.xml', '--idp-cert', 'a', '--idp-metadata', 'b'], 'cannot be used with'],
    [['diagnose', 'missing.xml'], 'FILE_MISSING: There is no file missing.xml'],
    [['decode', '.'], 'FILE_UNREADABLE: . cannot be read: it is a folder.'],
    [['diagnose', 'r.xml', '--idp-metadata', 'missing.xml'], 'FILE_MISSING'],
    [['diagnose', 'r.xml', '--idp-cert', 'r.xml'], 'CERTIFICATE_UNREADABLE: r.xml: '],
    [['diagnose', 'r.xml', '--sp-key', 'r.xml'], 'KEY_UNREADABLE: r.xml holds no private key in PEM.'],
    [['explain', 'audience-match'], 'did you mean "audience-matches"?'],
  ])('%j says what is wrong, on stderr, and exits 2', async (argv, words) => {
    const { code, out, err } = await run(argv);
    expect(err).toContain(words);
    expect([code, out]).toEqual([2, '']);
  });

  it('is JSON on stderr with --json', async () => {
    const { err } = await run(['diagnose', 'missing.xml', '--json']);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'FILE_MISSING', remedy: expect.any(String) } });
  });
});
