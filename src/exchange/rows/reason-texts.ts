import { ADMISSION_REASONS } from '../../casework/admission/index.js';
import { fill, type Locale, refusalCatalogue, type Texts } from '../../kernel/index.js';
import { type KeptReason, ROW_REASONS } from './reasons.js';

/** The texts of a code of the caller, of reading, of admission or of a refusal; an unknown code stands for itself. */
export function textsOf(code: string, more: Readonly<Record<string, Texts>> = {}): Texts {
  const own = more[code] ?? (ROW_REASONS as Record<string, Texts>)[code];
  const admission: { texts: Texts } | undefined = (ADMISSION_REASONS as Record<string, { texts: Texts }>)[code];
  return own ?? admission?.texts ?? refusalCatalogue().find((spec) => spec.code === code) ?? { en: code, zh: code };
}

/** The text of a reason in a language. */
export function reasonText({ code, field, params }: KeptReason, locale: Locale, more?: Record<string, Texts>): string {
  return fill(textsOf(code, more), locale, { ...params, field });
}
