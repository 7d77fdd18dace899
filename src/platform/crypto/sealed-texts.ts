import { Injectable } from '@nestjs/common';
import { FieldCipher } from './field-cipher.js';

/** What stands before a sealed text where a column holds texts of before, too. */
const MARK = 'sealed:1:';

/** Seals what people wrote, for columns of text and for facts in JSON. A text of before it was sealed is read as it is. */
@Injectable()
export class SealedTexts {
  constructor(private readonly cipher: FieldCipher) {}

  /** `place` is `table.column`; the text opens at that place and row alone. */
  seal(place: string, rowId: string, text: string): string {
    return MARK + this.cipher.seal(...placeOf(place), rowId, text).toString('base64');
  }

  open<T extends string | null>(place: string, rowId: string, stored: T): T {
    if (stored === null || !stored.startsWith(MARK)) return stored;
    return this.cipher.open(...placeOf(place), rowId, Buffer.from(stored.slice(MARK.length), 'base64')) as T;
  }
}

/** SQL: whether an expression holds a text that is not sealed yet. */
export function unsealed(expression: string): string {
  return `${expression} NOT LIKE '${MARK}%'`;
}

function placeOf(place: string): [table: string, column: string] {
  const [table, column] = place.split('.');
  return [table!, column!];
}
