/**
 * The files that take long begin first, so that all workers end at about the same time, on a machine that has never run them too.
 * jest knows that only of its second run. A name in the wrong place costs seconds, nothing else.
 */
import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const LONG = [
  'browser/journeys',
  'browser/accessibility',
  'browser/inspector-pages',
  'http/inspector/every-fault',
  'docs/command-blocks',
  'browser/whole-harness',
  'examples/examples',
  'browser/hostile',
  'report/corpus',
  'replicas/two-replicas',
  'journeys/second-opinion-over-corpus',
  'fuzz/mutations',
  'saml/xmlsec1',
  'saml/read-evidence',
  'testing/vitest',
  'saml/plain-xml',
  'browser/verbatim',
  'browser/tutorial',
  'journeys/every-fault',
  'security/configured-limits',
  'saml/canonicalize',
];

/** Its types are those of CommonJS. @type {typeof import('@jest/test-sequencer').default} */
const Base = /** @type {any} */ (Sequencer);

export default class LongFirst extends Base {
  /**
   * @override
   * @param {Parameters<InstanceType<typeof Base>['sort']>[0]} tests
   */
  async sort(tests) {
    /** @param {string} path */
    const rank = (path) => {
      const place = LONG.findIndex((name) => path.split(sep).join('/').endsWith(`/test/${name}.test.ts`));
      return place < 0 ? LONG.length : place;
    };
    return [...(await super.sort(tests))].sort((a, b) => rank(a.path) - rank(b.path));
  }
}
