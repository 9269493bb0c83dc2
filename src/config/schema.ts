import { z } from 'zod';
import type { HarnessError } from '../errors.js';
import { LOG_LEVELS } from '../harness/create-log.js';
import { readTrustedProxies } from '../http/door/trusted-proxies.js';
import { mimecast } from '../sp/mimecast.js';
import { whyNoRegion } from '../sp/region.js';
import { DEFAULT_PORTS } from './default-ports.js';

const wholeNumber = (least: number, words: string) => z.number().int(words).min(least, words);
const NO_PORT = 'is no port: a whole number from 0 to 65,535';
const port = wholeNumber(0, NO_PORT).max(65_535, NO_PORT);
const count = wholeNumber(1, 'is not a whole number above 0');
const countOrNone = wholeNumber(0, 'is not a whole number from 0 up');
const NO_SKEW = 'is not from 0 to 3,600 seconds';
const text = z.string().min(1, 'is empty');
const url = z.url({ protocol: /^https?$/, error: 'is not an http or https URL' });
const bytes = z
  .number()
  .int()
  .min(1_024, 'is below 1,024 bytes: no response fits')
  .max(64 * 1024 * 1024, 'is above 64 MiB');

const trustProxy = z.coerce.string().superRefine((given, context) => {
  try {
    readTrustedProxies(given);
  } catch (error) {
    const { message, remedy } = error as HarnessError;
    context.addIssue({ code: 'custom', message: `cannot be used: ${message.replace('--trust-proxy ', '')} ${remedy}` });
  }
});

const region = z.enum(
  mimecast.regions.map(({ id }) => id),
  { error: ({ input }) => `is no region: ${whyNoRegion(String(input))}` },
);
const accountCode = z
  .string()
  .regex(
    /^[A-Za-z0-9]{2,32}$/,
    'is not an account code: letters and digits, as under Administration > Account > Account Settings',
  );

/** The settings as a configuration file holds them. Its JSON Schema is published for editors. */
export const configSchema = z.strictObject({
  region: region.default('eu'),
  accountCode: accountCode.default('C46A75'),
  /** Rehearsed beside the main account; only in a configuration file. */
  accounts: z.array(z.strictObject({ accountCode, region }), 'is not a list of { accountCode, region }').default([]),
  host: text.default('localhost'),
  port: port.default(DEFAULT_PORTS.port),
  entraPort: port.default(DEFAULT_PORTS.entraPort),
  entra: z.boolean().default(true),
  entraSeed: text.optional(),
  publicUrl: url.optional(),
  idpMetadata: text.optional(),
  entityId: text.optional(),
  acsUrl: url.optional(),
  dataDir: text.default('.saml-rehearsal'),
  store: z
    .string()
    .regex(/^(memory|sqlite:.+|postgres(ql)?:\/\/.+)$/, 'is none of memory, sqlite:<path>, postgres://…')
    .optional(),
  tls: z.boolean().default(false),
  tlsPort: port.default(DEFAULT_PORTS.tlsPort),
  verbatim: z.boolean().default(false),
  token: z.string().min(16, 'is shorter than 16 characters').optional(),
  trustProxy: trustProxy.optional(),
  maxBodyBytes: bytes.optional(),
  maxMessageBytes: bytes.optional(),
  maxElements: count.optional(),
  maxDepth: count.max(1_000, 'is above 1,000').optional(),
  maxAttributes: count.optional(),
  maxRequestsPerMinute: countOrNone.optional(),
  maxPostsAtOnce: count.optional(),
  maxPostsWaiting: countOrNone.optional(),
  clockSkew: z.number().min(0, NO_SKEW).max(3_600, NO_SKEW).default(180),
  retain: count.optional(),
  retainDays: count.optional(),
  retainMegabytes: count.optional(),
  contract: text.optional(),
  record: text.optional(),
  logLevel: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info'),
  json: z.boolean().default(false),
  iKnowThisIsATestIdp: z.boolean().default(false),
});

export type Config = Readonly<z.output<typeof configSchema>>;

/** JSON Schema (2020-12) of the configuration file; `$schema` names it, for editors. */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  return { ...schema, properties: { $schema: { type: 'string' }, ...schema.properties } };
}
