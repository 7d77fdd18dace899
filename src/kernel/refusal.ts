import { placesOf, reasonWords } from './input-reasons.js';
import { fill, type Locale, type Texts } from './locale.js';

/** What a refusal class declares once: its code, its HTTP status and its words in both languages. */
export interface RefusalSpec extends Texts {
  /** SCREAMING_SNAKE_CASE, unique in the whole product; the same on every face. */
  readonly code: string;
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 405
    | 406
    | 408
    | 409
    | 410
    | 413
    | 414
    | 415
    | 422
    | 423
    | 429
    | 431
    | 500
    | 503;
  /** Its title; in English the words of the code by default. */
  readonly title?: { readonly en?: string; readonly zh: string };
  /** What it means and the rule behind it, for the error catalogue. */
  readonly meaning?: Texts;
  /** What the caller can do about it, for the error catalogue. */
  readonly remedy?: Texts;
  /** Whether the same request may succeed later, unchanged. By default for 429 and 503 only. */
  readonly retry?: Retry;
  /** For a refusal because a quota is used up. */
  readonly quota?: QuotaExplained;
  /** Example of its `path` and `details`, for the contract and the error pages. */
  readonly sample?: RefusalDetails;
}

/** The names of the `{places}` of a text. */
export type PlacesOf<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never;
/** A message with places needs a sample of each. */
type Sampled<En extends string> = [PlacesOf<En>] extends [never]
  ? unknown
  : { readonly sample: Readonly<Record<PlacesOf<En>, string | number>> };

export type Retry = 'later' | 'no';

/**
 * Explains a refusal because of a quota. The first three name the details that hold the limit, how much of it is used and
 * when it is fully restored; the caller gets them as `limit`, `used` and `resetsAt`, beside these words in its language.
 */
export interface QuotaExplained {
  readonly limit?: string;
  readonly used?: string;
  readonly resetsAt?: string;
  /** When there is room again. */
  readonly resets: Texts;
  readonly basedOn: Texts;
  readonly howToGetMore: Texts;
}

export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface RefusalInput {
  /** The input field at fault, as the caller spelled it: `caseId`, `rows[3].amountFen`. */
  path?: string;
  /** Values for the `{places}` of the message; also sent to the caller as `details`. Never personal data. */
  details?: RefusalDetails;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
}

export interface RefusalClass {
  new (input?: RefusalInput): Refusal;
  readonly spec: RefusalSpec;
  readonly name: string;
}

const catalogue = new Map<string, RefusalSpec>();

/** Declares a refusal's spec and enters it in the catalogue; a code declared twice with other words is a programming error. */
export function defineRefusal<En extends string>(spec: RefusalSpec & { readonly en: En } & Sampled<En>): RefusalSpec {
  const known = catalogue.get(spec.code);
  if (known && known.en !== spec.en) throw new Error(`refusal code ${spec.code} is declared twice`);
  catalogue.set(spec.code, spec);
  return spec;
}

/** The spec of a code; undefined when it is not declared. */
export function refusalSpec(code: string): RefusalSpec | undefined {
  return catalogue.get(code);
}

/** Every declared refusal, by code. */
export function refusalCatalogue(): RefusalSpec[] {
  return [...catalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * An expected "no". Thrown inside, so that the transaction rolls back; turned at the edge into a member of the mutation's
 * result union or into problem+json with the same code. Anything else that is thrown is our own fault and becomes a 500.
 */
export abstract class Refusal extends Error {
  static readonly spec: RefusalSpec;
  readonly path: string | undefined;
  readonly details: RefusalDetails;
  readonly retryAfter: number | undefined;

  constructor(input: RefusalInput = {}) {
    // A refusal is an answer, not a fault: its stack is never read, and taking one costs more than most refusals.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super();
    Error.stackTraceLimit = stackTraceLimit;
    this.path = input.path;
    this.details = input.details ?? {};
    this.retryAfter = input.retryAfter;
    this.message = `${this.spec.code}: ${this.inWords('en')}`;
  }

  get spec(): RefusalSpec {
    return (this.constructor as unknown as RefusalClass).spec;
  }

  get code(): string {
    return this.spec.code;
  }

  /** Whether it says nothing about the request, only that it cannot be dealt with at this moment. */
  get passing(): boolean {
    return this.spec.status === 503;
  }

  inWords(locale: Locale): string {
    const code = this.details['reasonCode'] ?? this.details['reason'];
    const reason = typeof code === 'string' ? { reason: reasonWords(code, locale, this.details) } : {};
    return fill(this.spec, locale, { ...this.details, ...reason, path: this.path });
  }

  /** The details as a caller gets them in a language: reasons translated and named by their code, quotas explained. */
  detailsIn(locale: Locale): RefusalDetails {
    if (this.spec.quota) return { ...this.details, ...quotaIn(this.spec.quota, this.details, locale) };
    return reasonIn(this.details, locale);
  }
}

/** Details whose reason is a code with figures, as a caller gets them: the figures are in the words. */
export function reasonIn(details: RefusalDetails, locale: Locale): RefusalDetails {
  const { reasonCode, ...others } = details;
  if (typeof reasonCode !== 'string') return details;
  const places = placesOf(reasonCode);
  const rest = Object.entries(others).filter(([name]) => !places.includes(name));
  return { ...Object.fromEntries(rest), reason: reasonWords(reasonCode, locale, details), reasonCode };
}

function knownWords(code: string, locale: Locale, figures: RefusalDetails): string | undefined {
  const words = reasonWords(code, locale, figures);
  return words === code ? undefined : words;
}

/** The explanation of a quota with the figures of one refusal. */
export function quotaIn(quota: QuotaExplained, details: RefusalDetails, locale: Locale): RefusalDetails {
  const figure = (name: 'limit' | 'used' | 'resetsAt') => details[quota[name] ?? name] ?? null;
  const code = details['basis'];
  const basis = typeof code === 'string' ? reasonWords(code, locale) : '';
  // What is counted may come back, and be raised, in a way of its own.
  const own = (what: string) => (typeof code === 'string' ? knownWords(`${code}_${what}`, locale, details) : undefined);
  return {
    ...{ limit: figure('limit'), used: figure('used'), resetsAt: figure('resetsAt') },
    resets: own('RESETS') ?? fill(quota.resets, locale, details),
    basedOn: fill(quota.basedOn, locale, { ...details, basis }),
    howToGetMore: own('MORE') ?? fill(quota.howToGetMore, locale, details),
  };
}

/** A class of refusals by its spec: `export class NotFound extends refusal({ code: 'NOT_FOUND', … }) {}`. */
export function refusal<En extends string>(spec: RefusalSpec & { readonly en: En } & Sampled<En>): RefusalClass {
  const declared = defineRefusal(spec);
  return class extends Refusal {
    static override readonly spec = declared;
  };
}
