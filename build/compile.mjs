// @ts-check
/**
 * Does once what people do first (starts, a login, a look at it, a diagnosis) and keeps the code that V8 compiled for it beside the
 * bundle, for `load.js`. Without it everything works, only slower: a failure here does not end a build.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** @returns {typeof import('./published/load.js')} */
const loader = () => createRequire(import.meta.url)('../dist/bundle/load.js');

function keep() {
  const { loaded, compiled } = loader();
  for (const [name, { script }] of loaded) if (script) writeFileSync(join(compiled, name), script.createCachedData());
}

async function rehearse(/** @type {string} */ folder) {
  const { load } = loader();
  const { createHarness, createResponse } = load('index.js');
  const harness = await createHarness();
  await harness.signIn();
  await harness.stop();

  const response = await createResponse();
  const { entityId, assertionConsumerServiceUrl: acs } = response.serviceProvider;
  const file = (/** @type {string} */ name) => join(folder, name);
  writeFileSync(file('idp.xml'), response.identityProvider.metadata);
  writeFileSync(file('message.b64'), response.samlResponse);
  const known = ['--idp-metadata', file('idp.xml'), '--entity-id', entityId];
  await command(['diagnose', file('message.b64'), ...known, '--acs', acs], folder);
  await visit(['--no-entra', ...known, '--acs-url', acs], folder, response);
  await visit(['--entra-port', '0'], folder, response);
}

/** Starts the server, posts a login, looks at it, and stops. */
async function visit(
  /** @type {string[]} */ flags,
  /** @type {string} */ folder,
  /** @type {{ samlResponse: string }} */ { samlResponse: SAMLResponse },
) {
  await command(['start', '--port', '0', ...flags], folder, async (url) => {
    await fetch(`${url}/login/saml`, {
      method: 'POST',
      body: new URLSearchParams({ SAMLResponse }),
      redirect: 'manual',
    });
    for (const page of ['/', '/logins/latest']) await (await fetch(url + page)).text();
  });
}

async function command(
  /** @type {string[]} */ args,
  /** @type {string} */ cwd,
  /** @type {(url: string) => Promise<void>} */ onListening = async () => undefined,
) {
  const stop = new AbortController();
  let said = '';
  let greeted = false;
  const stdout = new Writable({
    write(text, _encoding, done) {
      said += text;
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (url && !greeted) void onListening(url).finally(() => stop.abort());
      greeted ||= url !== undefined;
      done();
    },
  });
  const io = { stdin: process.stdin, stdout, stderr: stdout, env: {}, cwd, stopSignal: () => stop.signal };
  const code = await loader().load('run-cli.js').runCli(args, io);
  if (code !== 0) throw new Error(`saml-rehearsal ${args.join(' ')} ended with ${code}: ${said}`);
}

/** Asks node-saml, in a worker as ever. */
async function askSecondOpinion() {
  const { samlResponse, certificate, issuer, serviceProvider } = await loader().load('index.js').createResponse();
  const worker = new Worker(fileURLToPath(import.meta.url), { stdout: true, stderr: true });
  await once(worker, 'message');
  const question = {
    samlResponse,
    ...serviceProvider,
    identityProviderEntityId: issuer,
    signingCertificates: [certificate],
    decryptionKeys: [],
    at: Date.now(),
    clockSkewMs: 0,
  };
  worker.postMessage({ id: 1, question });
  const [{ result }] = await once(worker, 'message');
  if (!result.accepted) throw new Error(`node-saml: ${result.reason}`);
  await worker.terminate();
}

/** Only the worker itself can keep what was compiled in it. */
function keepAfterAnswer() {
  const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
  const post = port.postMessage.bind(port);
  port.postMessage = (/** @type {any} */ message) => {
    if (message.result) keep();
    post(message);
  };
  loader().load('second-opinion-worker.js');
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'saml-rehearsal-build-'));
  try {
    await rehearse(folder);
    await askSecondOpinion();
    keep();
  } catch (error) {
    rmSync(loader().compiled, { recursive: true, force: true });
    process.stderr.write(`The bundle starts more slowly than it could: ${error}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMainThread) await main();
else keepAfterAnswer();
