import { fill, type Locale, type Texts } from './locale.js';
import { type RefusalSpec, type Retry, refusalCatalogue, refusalSpec } from './refusal.js';

/** One entry of the error catalogue: what both faces, the pages and the contract say of a code. */
export interface ErrorEntry extends Pick<RefusalSpec, 'code' | 'quota'> {
  readonly status: number;
  readonly title: Texts;
  /** The words of the message, with `{places}`. */
  readonly message: Texts;
  readonly meaning: Texts;
  readonly remedy: Texts;
  readonly retry: Retry;
}

/** Where a code is explained, below the address of the application: also the `type` of its problem documents. */
export const errorAddress = (code: string): string => `/errors/${code}`;

/** The words of a code: `CASE_ALREADY_GRABBED` is "Case already grabbed". */
export function wordsOf(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The title of a code in a language. */
export function titleOf(code: string, locale: Locale): string {
  const title = refusalSpec(code)?.title;
  return (locale === 'zh-CN' ? title?.zh : title?.en) ?? wordsOf(code);
}

const SILENT: Texts = { en: '', zh: '' };

export function errorEntry(spec: RefusalSpec): ErrorEntry {
  const { code, status, en, zh, title, meaning = SILENT, remedy = SILENT, quota } = spec;
  return {
    ...{ code, status, meaning, remedy, message: { en, zh } },
    title: { en: title?.en ?? wordsOf(code), zh: title?.zh ?? wordsOf(code) },
    ...(quota ? { quota } : {}),
    retry: spec.retry ?? (status === 429 || status === 503 ? 'later' : 'no'),
  };
}

/** Every code there is, in order. */
export function errorCatalogue(): ErrorEntry[] {
  return refusalCatalogue().map(errorEntry);
}

/** A text with the names of its places: `‹limit›`. */
export function withPlacesShown(texts: Texts): Texts {
  const shown = new Proxy({}, { get: (_, place) => `‹${String(place)}›` });
  return { en: fill(texts, 'en', shown), zh: fill(texts, 'zh-CN', shown) };
}
