/**
 * What node-saml says of a response, asked in a worker thread with a time limit.
 *
 * Only responses posted by HTTP-POST that have passed our own limits may be asked about; the caller sees to that.
 */

import type { Worker } from 'node:worker_threads';

export interface SecondOpinionQuestion {
  /** Base64, as posted. */
  readonly samlResponse: string;
  readonly entityId?: string;
  readonly assertionConsumerServiceUrl?: string;
  readonly identityProviderEntityId?: string;
  /** PEM, at least one. */
  readonly signingCertificates: readonly string[];
  /** PEM private keys of the service provider. */
  readonly decryptionKeys: readonly string[];
  /** The instant of judgement, Unix milliseconds. */
  readonly at: number;
  readonly clockSkewMs: number;
  /** The id of the request that awaits an answer, if that is known. */
  readonly requestId?: string;
}

export interface SecondOpinionAnswer {
  readonly accepted: boolean;
  /** The library's own words when it refuses. */
  readonly reason?: string;
  /** Set when there is no answer, and why. */
  readonly notAsked?: string;
}

export interface SecondOpinionSource {
  /** Begins to load the library before the first question. */
  prepare(): void;
  ask(question: SecondOpinionQuestion): Promise<SecondOpinionAnswer>;
  close(): Promise<void>;
}

export const SECOND_OPINION_LIBRARY = '@node-saml/passport-saml';

interface Reply {
  readonly id: number;
  readonly result: SecondOpinionAnswer;
}

/** Loading the library takes its time on a busy machine; that is no fault of a message. */
const START_LIMIT_MS = 30_000;

function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      void worker.terminate();
      reject(new Error(`it did not load within ${START_LIMIT_MS} ms`));
    }, START_LIMIT_MS);
    const end = (settle: () => void) => {
      clearTimeout(limit);
      settle();
    };
    worker.once('message', () => end(resolve));
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', () => end(() => reject(new Error('it ended'))));
  });
}

interface Listener {
  replied(reply: Partial<Reply>): void;
  broke(error: Error): void;
}

/** A worker that has loaded the library. */
async function startWorker({ replied, broke }: Listener): Promise<Worker> {
  const { Worker } = await import('node:worker_threads');
  const started = new Worker(new URL('./second-opinion-worker.mjs', import.meta.url), {
    execArgv: [],
    // What the library prints (deprecations, parts of messages) is nobody's business.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  started.unref();
  started.stdout.resume();
  started.stderr.resume();
  started.on('message', replied);
  started.on('error', broke);
  await ready(started);
  return started;
}

const noAnswer = (why: string): SecondOpinionAnswer => ({ accepted: false, notAsked: why });

/** Questions that the worker has not answered yet. */
function createWaiting() {
  let lastId = 0;
  const waiting = new Map<number, (answer: SecondOpinionAnswer) => void>();
  const settle = (id: number, answer: SecondOpinionAnswer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  return {
    settle,
    settleAll(answer: SecondOpinionAnswer) {
      for (const id of [...waiting.keys()]) settle(id, answer);
    },
    ask: (worker: Worker, question: SecondOpinionQuestion) =>
      new Promise<SecondOpinionAnswer>((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        worker.postMessage({ id, question });
      }),
  };
}

/** One worker, started at the first question or before, started again after one that took longer than `timeoutMs`. */
export function createSecondOpinion({ timeoutMs = 2_000 }: { readonly timeoutMs?: number } = {}): SecondOpinionSource {
  let worker: Promise<Worker> | undefined;
  const waiting = createWaiting();
  const drop = async (why: string) => {
    const gone = worker;
    worker = undefined;
    waiting.settleAll(noAnswer(why));
    const started = await gone?.catch(() => undefined);
    await started?.terminate();
  };
  const listener: Listener = {
    replied: ({ id, result }) => id && result && waiting.settle(id, result),
    broke: (error) => void drop(`node-saml broke: ${error.message}`),
  };
  return {
    prepare() {
      worker ??= startWorker(listener);
      // The question says why it has no answer.
      worker.catch(() => undefined);
    },
    async ask(question) {
      if (question.signingCertificates.length === 0)
        return noAnswer('node-saml needs a signing certificate of the IdP.');
      worker ??= startWorker(listener);
      const current = worker;
      const asked = await current.catch((error: Error) => error);
      if (asked instanceof Error) {
        if (worker === current) worker = undefined;
        return noAnswer(`node-saml could not be started: ${asked.message}`);
      }
      if (worker !== current) return noAnswer('The worker of node-saml was stopped meanwhile.');
      const limit = setTimeout(() => void drop(`node-saml took longer than ${timeoutMs} ms.`), timeoutMs);
      return waiting.ask(asked, question).finally(() => clearTimeout(limit));
    },
    close: () => drop('The harness was stopped.'),
  };
}
