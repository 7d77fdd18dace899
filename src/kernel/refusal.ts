import { fill, type Locale, type Texts } from './locale.js';

/** What a refusal class declares once: its code, its HTTP status and its words in both languages. */
export interface RefusalSpec extends Texts {
  /** SCREAMING_SNAKE_CASE, unique in the whole product; the same on every face. */
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  /** What the caller can do about it, in both languages; shown in the error catalogue. */
  readonly remedy?: Texts;
}

export interface RefusalInput {
  /** The input field at fault, as the caller spelled it: `caseId`, `rows[3].amountFen`. */
  path?: string;
  /** Values for the `{places}` of the message; also sent to the caller as `details`. Never personal data. */
  details?: Record<string, string | number | boolean | null>;
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
export function defineRefusal(spec: RefusalSpec): RefusalSpec {
  const known = catalogue.get(spec.code);
  if (known && known.en !== spec.en) throw new Error(`refusal code ${spec.code} is declared twice`);
  catalogue.set(spec.code, spec);
  return spec;
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
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly retryAfter: number | undefined;

  constructor(input: RefusalInput = {}) {
    // A "no" is an answer, not a fault: nobody reads its stack, and taking one costs more than most refusals.
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

  inWords(locale: Locale): string {
    return fill(this.spec, locale, { ...this.details, path: this.path });
  }
}
