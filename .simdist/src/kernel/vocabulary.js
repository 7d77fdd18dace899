/** Defines a vocabulary. Aliases are tried in the order of `first`, the special before the general, then of the words. */
export function defineVocabulary(words, first = []) {
    const entries = Object.entries(words);
    const codes = entries.map(([code]) => code);
    const byWord = new Map(entries.flatMap(([code, { zh }]) => [[code, code], [zh, code]]));
    const inOrder = [...new Set([...first, ...codes])];
    return {
        codes: codes,
        meanings: Object.fromEntries(entries.map(([code, { en }]) => [code, en])),
        say: (code, locale) => (locale === 'zh-CN' ? words[code].zh : code),
        read: (text) => byWord.get(text) ?? inOrder.find((code) => words[code].aliases?.test(text)),
    };
}
