import { z } from 'zod';
import { type Fen, fenFromWire, isDamaged, isDay, isShortenedNumber, MAX_FEN, tidied } from '../../kernel/index.js';
import { hasControlCharacters } from './cell-values.js';
import type { RowReasonCode } from './reasons.js';

/** The forms of the fields of JSON rows. A zod message is one of our codes, from which the reason of an issue is made. */
export const code = (value: RowReasonCode) => value;

/** A text: in one line as it is seen, or in several as it is written. */
export const text = (limit: number, multiline = false) =>
  z
    .string()
    .transform((value) => (multiline ? value.trim().replaceAll('\r\n', '\n') : inOneLine(value)))
    .pipe(
      z
        .string()
        .max(limit)
        .refine((value) => !hasControlCharacters(value, multiline), code('FIELD_CONTROL_CHARACTERS'))
        .refine((value) => !isDamaged(value), code('FIELD_UNREADABLE')),
    );
/** The longest text that is tidied; a longer one is refused for its length. */
const MOST_TIDIED = 4_000;
const inOneLine = (value: string) => (value.length > MOST_TIDIED ? value : tidied(value));

/** A text in which every digit matters. */
export const identifying = (limit: number) =>
  text(limit).refine((value) => !isShortenedNumber(value), code('CELL_DIGITS_LOST'));

export const oneOf = <V extends string>(words: readonly [V, ...V[]], fault: RowReasonCode) =>
  z.enum(words, code(fault));

export const day = z.string().refine(isDay, code('DATE_UNREADABLE'));

/** A rate in basis points. */
export const rate = (max: number) =>
  z.int(code('RATE_UNREADABLE')).min(0, code('RATE_UNREADABLE')).max(max, code('RATE_UNREADABLE'));

/** Money is a string of fen; a JSON number may have lost digits. */
const money = (least: Fen) =>
  z.string().transform((value, context): Fen => {
    const amount = fenFromWire(value);
    if (amount !== undefined && amount >= least && amount <= MAX_FEN) return amount;
    const isNegative = amount !== undefined && amount < 0n && least === 0n;
    context.addIssue({ code: 'custom', message: code(isNegative ? 'AMOUNT_NEGATIVE' : 'AMOUNT_UNREADABLE') });
    return z.NEVER;
  });
export const fen = money(0n);
/** Money of a line: that of a credit note is negative. */
export const signedFen = money(-MAX_FEN);
