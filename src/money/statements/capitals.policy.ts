import type { Fen } from '../../kernel/index.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
/** The groups of a number, the largest first: Chinese counts in steps of ten thousand. */
const GROUPS = [
  { from: 100_000_000n, word: '亿' },
  { from: 10_000n, word: '万' },
];

/**
 * An amount in capitals (人民币大写), as papers of settlement write it (正确填写票据和结算凭证的基本规定, 银发〔1997〕393号 annex 1): ten
 * begins with 壹; a gap between digits is one 零, which a gap at the end of 万 does not need, while one before 角 is written, as the
 * first of the examples there is (¥1680.32, ¥107000.53); 整 follows 元 when nothing follows it. An amount below zero, which no such
 * paper knows, begins with 负.
 */
export function inCapitals(fen: Fen): string {
  if (fen < 0n) return `负${inCapitals(-fen)}`;
  const yuan = `${numberIn(fen / 100n)}元`;
  const [tenths, hundredths] = [(fen / 10n) % 10n, fen % 10n];
  if (tenths === 0n && hundredths === 0n) return `${yuan}整`;
  const gap = tenths === 0n || (fen >= 100n && (fen / 100n) % 10n === 0n) ? '零' : '';
  const jiao = tenths === 0n ? '' : `${DIGITS.at(Number(tenths))}角`;
  return yuan + gap + jiao + (hundredths === 0n ? '' : `${DIGITS.at(Number(hundredths))}分`);
}

function numberIn(whole: bigint): string {
  const group = GROUPS.find(({ from }) => whole >= from);
  if (!group) return belowTenThousand(Number(whole));
  const rest = whole % group.from;
  const head = numberIn(whole / group.from) + group.word;
  if (rest === 0n) return head;
  return head + (rest * 10n < group.from ? '零' : '') + numberIn(rest);
}

function belowTenThousand(number: number): string {
  if (number === 0) return '零';
  let said = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit > 0) said += (gap ? '零' : '') + DIGITS[digit] + PLACES[place];
    gap = said !== '' && digit === 0;
  }
  return said;
}
