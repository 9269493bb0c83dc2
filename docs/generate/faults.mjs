// @ts-check
import { FAULT_AREAS } from '../../dist/entra/fault.js';
import { faults } from '../../dist/entra/faults/index.js';
import { code, MADE, page, plain, table } from './markdown.mjs';

/** @param {import('../../dist/entra/fault.js').Fault} fault */
const row = ({ id, title, kind, caughtBy, acceptedByNodeSaml, needsEncryptionCertificate, needsEarlierLogin }) => [
  `<a id="${id}"></a>${code(id)}`,
  [
    plain(title),
    needsEncryptionCertificate && '(needs a token encryption certificate)',
    needsEarlierLogin && '(needs an earlier login)',
  ]
    .filter(Boolean)
    .join(' '),
  kind,
  caughtBy.map((check) => `[${check}](checks.md#${check})`).join(', '),
  acceptedByNodeSaml ? 'accepts' : '',
];

export const faultsPage = () =>
  page(
    '# Faults',
    MADE,
    `The ${faults.length} defects the stand-in for Entra ID builds into an otherwise good answer. A *mistake* goes wrong by itself, an ` +
      '*attack* is what somebody would send on purpose. The last column is what node-saml 5.1 makes of it, where it lets the message through.',
    'Order one for the next login: `signIn({ faults: [id] })`, `harness.entra.enqueue({ faults: [id] })`, ' +
      '`POST /api/v1/faults` at the stand-in, or the menu of its sign-in page.',
    ...FAULT_AREAS.flatMap((area) => [
      `## ${area}`,
      table(
        ['fault', 'what is wrong', 'kind', 'caught by', 'node-saml'],
        faults.filter((fault) => fault.area === area).map(row),
      ),
    ]),
  );
