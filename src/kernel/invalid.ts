import { declareReasons, REASONS, type ReasonTexts } from './input-reasons.js';
import type { PlacesOf, RefusalDetails } from './refusal.js';
import { InvalidInput } from './refusals.js';

/** The figures that the text of a reason needs. */
type Figures<R extends ReasonTexts, C extends keyof R> = Readonly<Record<PlacesOf<R[C][0]>, string | number | bigint>>;

/** Makes INVALID_INPUT of a declared code and the figures its text names; another code is a type error. */
export type Invalid<R extends ReasonTexts> = <C extends keyof R & string>(
  code: C,
  at: { readonly path: string } & Figures<R, C>,
) => InvalidInput;

function makerOf<R extends ReasonTexts>(_: R): Invalid<R> {
  return (code, { path, ...figures }) => new InvalidInput({ path, details: detailsOf(code, figures) });
}

function detailsOf(reasonCode: string, figures: Readonly<Record<string, unknown>>): RefusalDetails {
  const text = (value: unknown) => (typeof value === 'number' ? value : String(value));
  return { reasonCode, ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, text(value)])) };
}

/** `invalid('AT_MOST', { path: 'addresses', most: 20 })`: the input is not acceptable for one of the common reasons. */
export const invalid = makerOf(REASONS);

/** Declares a module's own reasons; returns the function that makes INVALID_INPUT of them. */
export function defineReasons<const R extends ReasonTexts>(reasons: R): Invalid<R> {
  return makerOf(declareReasons(reasons));
}

/** A reason with its figures as one text, for a validation rule that can return a message only. */
export function reasonText<C extends keyof typeof REASONS>(code: C, figures: Figures<typeof REASONS, C>): string {
  const pairs = Object.entries(figures).map(([name, value]): [string, string] => [name, String(value)]);
  return `${code}?${new URLSearchParams(pairs)}`;
}

/** The details in a message that is a code of ours or a text of `reasonText`. */
export function codedReason(message: string): RefusalDetails | undefined {
  const [, reasonCode, figures] = /^([A-Z][A-Z0-9_]+)(?:\?(.*))?$/s.exec(message) ?? [];
  return reasonCode === undefined ? undefined : { reasonCode, ...Object.fromEntries(new URLSearchParams(figures)) };
}
