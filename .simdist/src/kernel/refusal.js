import { placesOf, reasonWords } from './input-reasons.js';
import { fill } from './locale.js';
const catalogue = new Map();
/** Declares a refusal's spec and enters it in the catalogue; a code declared twice with other words is a programming error. */
export function defineRefusal(spec) {
    const known = catalogue.get(spec.code);
    if (known && known.en !== spec.en)
        throw new Error(`refusal code ${spec.code} is declared twice`);
    catalogue.set(spec.code, spec);
    return spec;
}
/** The spec of a code; undefined when it is not declared. */
export function refusalSpec(code) {
    return catalogue.get(code);
}
/** Every declared refusal, by code. */
export function refusalCatalogue() {
    return [...catalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
/**
 * An expected "no". Thrown inside, so that the transaction rolls back; turned at the edge into a member of the mutation's
 * result union or into problem+json with the same code. Anything else that is thrown is our own fault and becomes a 500.
 */
export class Refusal extends Error {
    constructor(input = {}) {
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
    get spec() {
        return this.constructor.spec;
    }
    get code() {
        return this.spec.code;
    }
    /** Whether it says nothing about the request, only that it cannot be dealt with at this moment. */
    get passing() {
        return this.spec.status === 503;
    }
    inWords(locale) {
        const code = this.details['reasonCode'] ?? this.details['reason'];
        const reason = typeof code === 'string' ? { reason: reasonWords(code, locale, this.details) } : {};
        return fill(this.spec, locale, { ...this.details, ...reason, path: this.path });
    }
    /** The details as a caller gets them in a language: reasons translated and named by their code, quotas explained. */
    detailsIn(locale) {
        if (this.spec.quota)
            return { ...this.details, ...quotaIn(this.spec.quota, this.details, locale) };
        return reasonIn(this.details, locale);
    }
}
/** Details whose reason is a code with figures, as a caller gets them: the figures are in the words. */
export function reasonIn(details, locale) {
    const { reasonCode, ...others } = details;
    if (typeof reasonCode !== 'string')
        return details;
    const places = placesOf(reasonCode);
    const rest = Object.entries(others).filter(([name]) => !places.includes(name));
    return { ...Object.fromEntries(rest), reason: reasonWords(reasonCode, locale, details), reasonCode };
}
function knownWords(code, locale, figures) {
    const words = reasonWords(code, locale, figures);
    return words === code ? undefined : words;
}
/** The explanation of a quota with the figures of one refusal. */
export function quotaIn(quota, details, locale) {
    const figure = (name) => details[quota[name] ?? name] ?? null;
    const code = details['basis'];
    const basis = typeof code === 'string' ? reasonWords(code, locale) : '';
    // What is counted may come back, and be raised, in a way of its own.
    const own = (what) => (typeof code === 'string' ? knownWords(`${code}_${what}`, locale, details) : undefined);
    return {
        ...{ limit: figure('limit'), used: figure('used'), resetsAt: figure('resetsAt') },
        resets: own('RESETS') ?? fill(quota.resets, locale, details),
        basedOn: fill(quota.basedOn, locale, { ...details, basis }),
        howToGetMore: own('MORE') ?? fill(quota.howToGetMore, locale, details),
    };
}
/** A class of refusals by its spec: `export class NotFound extends refusal({ code: 'NOT_FOUND', … }) {}`. */
export function refusal(spec) {
    const declared = defineRefusal(spec);
    return class extends Refusal {
        static { this.spec = declared; }
    };
}
