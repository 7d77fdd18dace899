/** What reading an identifier gives: its value in one canonical spelling, or the one reason it is not one. */
export type Checked<T, R extends string> = { readonly ok: true; readonly value: T } | CheckFailure<R>;
export type CheckFailure<R extends string> = { readonly ok: false; readonly reason: R };

export function passed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed<R extends string>(reason: R): CheckFailure<R> {
  return { ok: false, reason };
}

/** Full-width letters, digits and signs (as Chinese input methods type them) to half-width; outer blanks removed. */
export function halfWidth(text: string): string {
  const narrow = text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  return narrow.replaceAll('\u3000', ' ').trim();
}
