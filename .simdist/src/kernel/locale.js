import { yuanFromFen } from './money.js';
/** Picks the language of an `Accept-Language` header (RFC 9110): the best-weighted of the two supported, English otherwise. */
export function localeOf(acceptLanguage) {
    let best = 'en';
    let bestWeight = 0;
    for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
        const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
        const quality = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find(Boolean);
        const weight = quality === undefined ? 1 : Number(quality);
        const locale = tag.startsWith('zh') ? 'zh-CN' : tag.startsWith('en') ? 'en' : undefined;
        if (locale && weight > bestWeight) {
            best = locale;
            bestWeight = weight;
        }
    }
    return best;
}
/** Fills `{name}` places of a text. A missing value leaves the place empty rather than showing a template. */
export function fill(texts, locale, values = {}) {
    const template = locale === 'zh-CN' ? texts.zh : texts.en;
    return template.replace(/\{(\w+)\}/g, (_, name) => inWords(name, values[name]));
}
const YUAN = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
/** A figure as people read it: amounts, whose names end in `Fen`, in yuan, and sizes, whose names end in `Bytes`, in kB or MB. */
function inWords(name, value) {
    const text = String(value ?? '');
    if (!/^-?\d{1,18}$/.test(text))
        return text;
    if (/(?:^f|F)en$/.test(name))
        return YUAN.format(yuanFromFen(BigInt(text)));
    return /(?:^b|B)ytes$/.test(name) ? sizeOf(Number(text)) : text;
}
function sizeOf(bytes) {
    const [unit, size] = bytes >= 1_048_576 ? ['MB', bytes / 1_048_576] : ['kB', bytes / 1_024];
    return bytes < 1_024 ? `${bytes} B` : `${Math.round(size * 10) / 10} ${unit}`;
}
