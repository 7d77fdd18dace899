import { HEAVIEST, weightOfHan, weightOfHangul, weightOfJapanese } from './everyday-characters.js';

/**
 * Whether a text that has the structure of GB18030 is one. Big5, Shift_JIS, EUC-KR and the alphabets of Windows have the same structure
 * or fit it by chance, and read as GB18030 they become names nobody has. So the pairs of bytes are judged by what they would say:
 * a table of receivables consists of everyday characters, and of another encoding's when it is written in that.
 */

const LEADS = 126;
/** How often each pair of bytes of the text stands for one character: by its first byte from 81 and its second. */
export class PairCounts {
  private readonly counts = new Uint32Array(LEADS * 256);

  add(lead: number, trail: number): void {
    this.counts[(lead - 0x81) * 256 + trail]! += 1;
  }

  /** The pairs that occur, and how often. */
  *[Symbol.iterator](): Generator<readonly [lead: number, trail: number, count: number]> {
    for (let at = 0; at < this.counts.length; at += 1) {
      const count = this.counts[at]!;
      if (count > 0) yield [0x81 + (at >> 8), at & 255, count];
    }
  }
}

const RIVALS = ['Big5', 'Shift_JIS', 'EUC-JP', 'EUC-KR'] as const;
type Rival = (typeof RIVALS)[number];
const WEIGHT: Readonly<Record<Rival, (letter: string) => number>> = {
  Big5: weightOfHan,
  Shift_JIS: weightOfJapanese,
  'EUC-JP': weightOfJapanese,
  'EUC-KR': weightOfHangul,
};

/** A text has at least this part of the weight it could have, in per cent; more when its bytes could also be letters of an alphabet. */
const LEAST = 40;
const LEAST_OF_LETTERS = 62;
/** As much of a rival that cannot be told from letters with accents. */
const LEAST_OF_FEW = 25;
/** As much of a text that is valid UTF-8 too, by chance: letters of several alphabets in one word. */
const LEAST_BY_CHANCE = 75;
/** Alphabets keep their small letters from here on. */
const FIRST_LETTER = 0xc0;
const PUNCTUATION = /^[\u3000-\u303f\uff00-\uffef\u2000-\u206f\u00b7\u00d7\u2460-\u24ff\u2160-\u217f]$/;

interface Weighed {
  /** What the text would weigh if all of its characters were common. */
  readonly whole: number;
  readonly ours: number;
  readonly rival: Rival;
  readonly rivals: number;
  /** All pairs could be two small letters of an alphabet. */
  readonly onlyLetters: boolean;
  /** Half of the pairs end with a Latin letter. */
  readonly latin: boolean;
}

function weighed(pairs: PairCounts): Weighed {
  const weight = Object.fromEntries(RIVALS.map((name) => [name, 0])) as Record<Rival, number>;
  const seen = { all: 0, ours: 0, letters: 0, latin: 0 };
  const read = readers();
  for (const [lead, trail, count] of pairs) {
    const ours = read.gb(lead, trail);
    if (PUNCTUATION.test(ours)) continue;
    seen.all += count;
    seen.ours += count * weightOfHan(ours);
    if (lead >= FIRST_LETTER && trail >= FIRST_LETTER) seen.letters += count;
    if (isLatin(trail)) seen.latin += count;
    for (const name of RIVALS) weight[name] += count * WEIGHT[name](read[name](lead, trail));
  }
  const [rival, rivals] = RIVALS.map((name) => [name, weight[name]] as const).sort((a, b) => b[1] - a[1])[0]!;
  const [onlyLetters, latin] = [seen.letters === seen.all, seen.latin * 2 >= seen.all];
  return { whole: seen.all * HEAVIEST, ours: seen.ours, rival, rivals, onlyLetters, latin };
}

/** The encoding such a text is in more plausibly than in GB18030; undefined when GB18030 is plausible. */
export function rivalOf(pairs: PairCounts): string | undefined {
  const { whole, ours, rival, rivals, onlyLetters, latin } = weighed(pairs);
  if (whole === 0) return undefined;
  if (ours * 100 >= (onlyLetters ? LEAST_OF_LETTERS : LEAST) * whole && ours >= rivals) return undefined;
  if (rivals * 100 >= LEAST * whole) return rival;
  // A few letters may be either.
  if (latin && rivals * 100 >= LEAST_OF_FEW * whole) return `${rival} / Windows-1252`;
  return latin ? 'Windows-1252' : 'Windows-125x / ISO 8859';
}

/**
 * What a text is that is valid UTF-8 with pairs only, such as 谢伟 of GB18030, which is лΰ: GB18030 or another encoding when it would be
 * common words in it; undefined when it is UTF-8. Of UTF-8 so short a text consists of Latin words with some accents, which
 * `besideLatin` counts, or of words of another alphabet, which make no sense in pairs.
 */
export function chanceOf(pairs: PairCounts, besideLatin: number): 'gb18030' | string | undefined {
  const { whole, ours, rival, rivals } = weighed(pairs);
  if (whole === 0 || besideLatin * HEAVIEST * 5 > whole) return undefined;
  if (Math.max(ours, rivals) * 100 < LEAST_BY_CHANCE * whole) return undefined;
  return ours >= rivals ? 'gb18030' : rival;
}

export function isLatin(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

type Read = (lead: number, trail: number) => string;

function readers(): Record<Rival | 'gb', Read> {
  const by = (label: string): Read => {
    const decoder = new TextDecoder(label);
    const pair = new Uint8Array(2);
    return (lead, trail) => {
      pair[0] = lead;
      pair[1] = trail;
      return decoder.decode(pair);
    };
  };
  return {
    gb: by('gb18030'),
    Big5: by('big5'),
    Shift_JIS: by('shift_jis'),
    'EUC-JP': by('euc-jp'),
    'EUC-KR': by('euc-kr'),
  };
}

/**
 * A lone Han character inside a Latin word, `M黮ler`: a letter with an accent that was read as the first half of a pair. Characters beyond
 * these have four bytes in GB18030, which no two letters of another encoding make.
 */
const LONE = /(?<=[A-Za-z])[\u4e00-\u9fa5](?=[a-z])/g;

/** The text with what one cell of another encoding left in it marked as damaged, so that its row is refused. */
export function withoutMojibake(text: string): string {
  return text.replace(LONE, (letter) => (weightOfHan(letter) > 0 ? letter : '\ufffd'));
}
