import { declareReasons, REASONS } from './input-reasons.js';
import { InvalidInput } from './refusals.js';
function makerOf(_) {
    return (code, { path, ...figures }) => new InvalidInput({ path, details: detailsOf(code, figures) });
}
function detailsOf(reasonCode, figures) {
    const text = (value) => (typeof value === 'number' ? value : String(value));
    return { reasonCode, ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, text(value)])) };
}
/** `invalid('AT_MOST', { path: 'addresses', most: 20 })`: the input is not acceptable for one of the common reasons. */
export const invalid = makerOf(REASONS);
/** Declares a module's own reasons; returns the function that makes INVALID_INPUT of them. */
export function defineReasons(reasons) {
    return makerOf(declareReasons(reasons));
}
/** A reason with its figures as one text, for a validation rule that can return a message only. */
export function reasonText(code, figures) {
    const pairs = Object.entries(figures).map(([name, value]) => [name, String(value)]);
    return `${code}?${new URLSearchParams(pairs)}`;
}
/** The details in a message that is a code of ours or a text of `reasonText`. */
export function codedReason(message) {
    const [, reasonCode, figures] = /^([A-Z][A-Z0-9_]+)(?:\?(.*))?$/s.exec(message) ?? [];
    return reasonCode === undefined ? undefined : { reasonCode, ...Object.fromEntries(new URLSearchParams(figures)) };
}
