import { fill } from './locale.js';
import { refusalCatalogue, refusalSpec } from './refusal.js';
/** Where a code is explained, below the address of the application: also the `type` of its problem documents. */
export const errorAddress = (code) => `/errors/${code}`;
/** The words of a code: `CASE_ALREADY_GRABBED` is "Case already grabbed". */
export function wordsOf(code) {
    const words = code.toLowerCase().replaceAll('_', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
}
/** The title of a code in a language. */
export function titleOf(code, locale) {
    const title = refusalSpec(code)?.title;
    return (locale === 'zh-CN' ? title?.zh : title?.en) ?? wordsOf(code);
}
const SILENT = { en: '', zh: '' };
export function errorEntry(spec) {
    const { code, status, en, zh, title, meaning = SILENT, remedy = SILENT, quota } = spec;
    return {
        ...{ code, status, meaning, remedy, message: { en, zh } },
        title: { en: title?.en ?? wordsOf(code), zh: title?.zh ?? wordsOf(code) },
        ...(quota ? { quota } : {}),
        retry: spec.retry ?? (status === 429 || status === 503 ? 'later' : 'no'),
    };
}
/** Every code there is, in order. */
export function errorCatalogue() {
    return refusalCatalogue().map(errorEntry);
}
/** A text with the names of its places: `‹limit›`. */
export function withPlacesShown(texts) {
    const shown = new Proxy({}, { get: (_, place) => `‹${String(place)}›` });
    return { en: fill(texts, 'en', shown), zh: fill(texts, 'zh-CN', shown) };
}
