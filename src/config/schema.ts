import { z } from 'zod';
import type { HarnessError } from '../errors.js';
import { LOG_LEVELS } from '../harness/create-log.js';
import { readTrustedProxies } from '../http/door/trusted-proxies.js';
import { mimecast } from '../sp/mimecast.js';
import { whyNoRegion } from '../sp/region.js';

const port = z.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/, error: 'is not an http or https URL' });
const count = z.number().int().min(1);
const bytes = z
  .number()
  .int()
  .min(1_024, 'is below 1,024 bytes: no response fits')
  .max(64 * 1024 * 1024, 'is above 64 MiB');

const trustProxy = z.coerce.string().superRefine((text, context) => {
  try {
    readTrustedProxies(text);
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
  host: z.string().min(1).default('localhost'),
  port: port.default(7010),
  entraPort: port.default(7011),
  entra: z.boolean().default(true),
  entraSeed: z.string().min(1).optional(),
  publicUrl: url.optional(),
  idpMetadata: z.string().min(1).optional(),
  entityId: z.string().min(1).optional(),
  acsUrl: url.optional(),
  dataDir: z.string().min(1).default('.saml-rehearsal'),
  store: z
    .string()
    .regex(/^(memory|sqlite:.+|postgres(ql)?:\/\/.+)$/, 'is none of memory, sqlite:<path>, postgres://…')
    .optional(),
  tls: z.boolean().default(false),
  tlsPort: port.default(7443),
  verbatim: z.boolean().default(false),
  token: z.string().min(16, 'is shorter than 16 characters').optional(),
  trustProxy: trustProxy.optional(),
  maxBodyBytes: bytes.optional(),
  maxMessageBytes: bytes.optional(),
  maxElements: count.optional(),
  maxDepth: count.max(1_000, 'is above 1,000').optional(),
  maxAttributes: count.optional(),
  maxRequestsPerMinute: z.number().int().min(0).optional(),
  maxPostsAtOnce: count.optional(),
  maxPostsWaiting: z.number().int().min(0).optional(),
  clockSkew: z.number().min(0).max(3_600).default(180),
  retain: count.optional(),
  retainDays: count.optional(),
  retainMegabytes: count.optional(),
  contract: z.string().min(1).optional(),
  record: z.string().min(1).optional(),
  logLevel: z.enum(LOG_LEVELS).default('info'),
  json: z.boolean().default(false),
  iKnowThisIsATestIdp: z.boolean().default(false),
});

export type Config = Readonly<z.output<typeof configSchema>>;

/** JSON Schema (2020-12) of the configuration file; `$schema` names it, for editors. */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  return { ...schema, properties: { $schema: { type: 'string' }, ...schema.properties } };
}
