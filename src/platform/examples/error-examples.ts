import {
  type ErrorEntry,
  fill,
  type Locale,
  quotaIn,
  type RefusalDetails,
  reasonDetails,
  reasonIn,
  reasonWords,
  refusalSpec,
} from '../../kernel/index.js';
import { type Problem, problemOf } from '../faces/problem.js';

const NOT_JSON = "Body is not valid JSON but content-type is set to 'application/json'";
const REQUEST_ID = '0b7f6f1e-5d0c-4f55-9d0b-0f1f6b1c2d3e';

/** What stands in the places of a message, and in `details`, when an answer is only shown. */
const SAMPLES: Record<string, string | number> = {
  allowed: 'application/pdf, image/jpeg, image/png',
  all: 'facts.creditCode MISSING',
  amountFen: '125000',
  availableFen: '90000',
  basis: 'MACHINE_REQUESTS',
  caseId: 'case_01JABCDEFGHJKMNPQRSTVWXYZ0',
  closeCode: 'recovered_in_full',
  columns: 'dueOn',
  encoding: 'UTF-16',
  found: 'application/zip',
  grade: 'C',
  grabId: 'grab_01JABCDEFGHJKMNPQRSTVWXYZ0',
  heldFen: '35000',
  kind: 'XLSX',
  limitFen: '5000000',
  method: 'private_key_jwt',
  openFen: '100000',
  outstandingFen: '125000',
  paidOn: '2026-03-01',
  pendingFen: '25000',
  reason: '',
  reasons: 'NOT_OVERDUE (dueOn)',
  recoveredFen: '100000',
  requestId: REQUEST_ID,
  resetsAt: '2026-03-01T08:31:00.000Z',
  state: 'withdrawn',
  type: 'case.exploded',
  until: '2026-03-08T08:30:00.000Z',
  windowSeconds: 60,
};
/** A reason that fits the code; of the others, what may be said of a day. */
const REASONS: Record<string, string> = {
  PASSWORD_REFUSED: 'too_short',
  VERIFICATION_INCOMPLETE: 'MISSING',
  WEBHOOK_URL_REFUSED: 'PRIVATE_ADDRESS',
};
const COUNTS: Record<string, number> = { limit: 6_000, used: 6_000, remaining: 0, quota: 20, held: 20, retryAfter: 12 };
const SHEET = 'xl/worksheets/sheet1.xml';
/** What is said by one refusal in another sense than elsewhere. */
const OWN: Record<string, Record<string, string | number>> = {
  ERP_CONNECTION_OF_OTHER_KIND: { kind: 'odoo' },
  FILE_DAMAGED: { part: SHEET },
  FILE_LEGACY_WORKBOOK: { kind: 'XLS' },
  FILE_MARKUP_FORBIDDEN: { part: SHEET },
  FILE_NOT_TEXT: { kind: 'PDF' },
  FILE_TOO_LARGE: { limitBytes: 10_485_760 },
  FILE_UNPACKS_TOO_LARGE: { unpackedBytes: 734_003_200, limitBytes: 104_857_600, limitRatio: 100 },
  LOGIN_THROTTLED: { seconds: 30 },
  STATEMENT_TOO_LONG: { limit: 10_000 },
  TOO_MANY_COLUMNS: { columns: 240, limit: 100 },
  TOO_MANY_ROWS: { limit: 1_000 },
  TOO_MANY_SANDBOXES: { limit: 5 },
  TOO_MANY_STREAMS: { limit: 50 },
};
const FIGURE = 3;
/** As many as an organisation may have of most things. */
const FEW = 20;

/** The problem document of a code as it might look, in a language. */
export function exampleProblem({ code, status, message, retry }: ErrorEntry, locale: Locale): Problem {
  const places = [...`${message.en} ${JSON.stringify(refusalSpec(code)?.quota ?? {})}`.matchAll(/\{(\w+)\}/g)];
  const details: Record<string, string | number> = {};
  for (const [, place] of places) if (place && place !== 'path') details[place] = sampleOf(place, code, status);
  const path = message.en.includes('{path}') ? (code.startsWith('FILE_') ? 'file' : 'dueOn') : undefined;
  const told = detailsOf(code, details, locale);
  const answer = {
    ...{ code, status, message: fill(message, locale, { ...told, ...inWords(told, locale), path }) },
    ...(path === undefined ? {} : { path }),
    ...(retry === 'later' && (status === 429 || status === 503) ? { retryAfterSeconds: 12 } : {}),
    ...(Object.keys(told).length === 0 ? {} : { details: told }),
  };
  return problemOf(answer, REQUEST_ID, locale);
}

function sampleOf(place: string, code: string, status: number): string | number {
  const own = OWN[code]?.[place] ?? SAMPLES[place];
  if (own !== undefined) return own;
  return place === 'limit' && status !== 429 ? FEW : (COUNTS[place] ?? FIGURE);
}

function detailsOf(refused: string, details: RefusalDetails, locale: Locale): RefusalDetails {
  const quota = refusalSpec(refused)?.quota;
  if (quota) {
    const { limit = 'limit', used = 'used' } = quota;
    const figures = {
      ...(details[limit] === undefined && COUNTS[limit] ? { [limit]: COUNTS[limit] } : {}),
      [used]: details[used] ?? COUNTS[used] ?? FIGURE,
    };
    return { ...details, ...figures, ...quotaIn(quota, { ...details, ...figures }, locale) };
  }
  if (details['reason'] === undefined) return details;
  if (REASONS[refused] !== undefined) return { ...details, reason: REASONS[refused] };
  const { reason: _, ...others } = details;
  const because = refused === 'BAD_REQUEST' ? reasonDetails(NOT_JSON) : { reasonCode: 'IN_THE_FUTURE' };
  return reasonIn({ ...others, ...because }, locale);
}

/** In a sentence a reason that is a code is said in words where there are some, as a refusal does. */
function inWords({ reason }: RefusalDetails, locale: Locale): { reason?: string } {
  return typeof reason === 'string' ? { reason: reasonWords(reason, locale) } : {};
}
