import { z } from 'zod';
import { DEBT_CATEGORIES, DEBTOR_KINDS, LEGAL_ORIGINS, SERVICE_LINES } from '../../casework/admission/index.js';
import { MATTER } from '../../casework/debt/index.js';
import { InvalidInput, reasonDetails } from '../../kernel/index.js';
import { invalidDefaults } from './columns.refusals.js';
import { commissionSchema, offerOf } from './json-row.js';
import type { RowDefaults } from './row-mapper.js';
import { termsOf, termsSchema } from './row-terms.js';

/** Values a batch may give once for all its rows. */
const schema = z.strictObject({
  category: z.enum(DEBT_CATEGORIES).nullish(),
  debtorKind: z.enum(DEBTOR_KINDS).nullish(),
  serviceLine: z.enum(SERVICE_LINES).nullish(),
  legalOrigin: z.enum(LEGAL_ORIGINS).nullish(),
  matter: z.enum(MATTER.codes).nullish(),
  annualRateBps: z.int().min(0).max(1_000_000).nullish(),
  commission: commissionSchema.nullish(),
  claimTerms: termsSchema.nullish(),
});

/** The defaults as sent and stored: JSON, amounts as strings of fen. */
export type StoredDefaults = z.input<typeof schema>;

/** Checks the defaults of a batch; refuses with INVALID_INPUT naming the field, `defaults.commission.bps`. */
export function checkDefaults(value: unknown): StoredDefaults {
  if (value === undefined || value === null) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return value as StoredDefaults;
  const issue = parsed.error.issues[0]!;
  throw new InvalidInput({ path: ['defaults', ...issue.path].join('.'), details: reasonDetails(issue.message) });
}

/** The defaults of a multipart upload: JSON text in its `defaults` part. */
export function defaultsFromText(text: string | undefined): StoredDefaults {
  if (text === undefined || text.trim() === '') return {};
  try {
    return checkDefaults(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidDefaults('NOT_JSON', { path: 'defaults' });
  }
}

/** The stored defaults in the form of the mapper. */
export function readDefaults(stored: StoredDefaults): RowDefaults {
  const { commission, claimTerms, ...rest } = schema.parse(stored);
  const given = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  const terms = { ...(commission ? { offer: offerOf(commission) } : {}), claimTerms: termsOf(claimTerms, null) };
  return { ...(Object.fromEntries(given) as RowDefaults), ...terms };
}
