import type { Locale } from './locale.js';

/** One word: its code is what the API and English sheets write; `zh` is what Chinese sheets write. */
export interface Word {
  /** What it means, for the schema. */
  readonly en: string;
  readonly zh: string;
  /** Other spellings in customers' files. */
  readonly aliases?: RegExp;
}

/** All words of one kind, defined once for the enum, the sheets and their readers. */
export interface Vocabulary<W extends string> {
  readonly codes: readonly [W, ...W[]];
  /** What each word means, in English. */
  readonly meanings: Readonly<Record<W, string>>;
  /** The word a sheet writes. */
  say(code: W, locale: Locale): string;
  /** The code of a text in a file: a code, a word of ours or an alias. */
  read(text: string): W | undefined;
}

export type CodeOf<V> = V extends Vocabulary<infer W> ? W : never;

/** Defines a vocabulary. Aliases are tried in the order of `first`, the special before the general, then of the words. */
export function defineVocabulary<W extends string>(
  words: Readonly<Record<W, Word>>,
  first: readonly NoInfer<W>[] = [],
): Vocabulary<W> {
  const entries = Object.entries<Word>(words) as [W, Word][];
  const codes = entries.map(([code]) => code);
  const byWord = new Map(entries.flatMap(([code, { zh }]) => [[code, code] as const, [zh, code] as const]));
  const inOrder = [...new Set([...first, ...codes])];
  return {
    codes: codes as [W, ...W[]],
    meanings: Object.fromEntries(entries.map(([code, { en }]) => [code, en])) as Record<W, string>,
    say: (code, locale) => (locale === 'zh-CN' ? words[code].zh : code),
    read: (text) => byWord.get(text as W) ?? inOrder.find((code) => words[code].aliases?.test(text)),
  };
}
