import { StreamableFile } from '@nestjs/common';
import type { Locale } from '../../kernel/index.js';
import { MEDIA_TYPES, SHEET_FORMATS, type Sheet, type SheetFormat, writeSheet } from '../sheets/index.js';
import { WordField } from './fields.js';
import { RequestContext } from './request-context.js';

const LANGUAGES = ['zh-CN', 'en'] as const;

/** The media types of a table download, for `@ApiProduces`. */
export const SHEET_TYPES = SHEET_FORMATS.map((format) => MEDIA_TYPES[format].split(';')[0]!);

/** The field of a query that chooses a language. */
export const LanguageField = () =>
  WordField(LANGUAGES, {
    nullable: true,
    description: 'Language of headers and words; by default that of Accept-Language.',
  });

/** The query of a table download: `?format=xlsx&lang=zh-CN`. One with filters extends it. */
export class SheetQuery {
  @WordField(SHEET_FORMATS, { defaultValue: 'csv', description: 'File format.' }) format: SheetFormat = 'csv';
  @LanguageField() lang?: Locale;
}

/** The language of a download. */
export function languageOf({ lang }: { lang?: Locale }): Locale {
  return lang ?? RequestContext.locale() ?? 'en';
}

/** A table as a download. The name is ours and plain ASCII. */
export function sheetFile(format: SheetFormat, basename: string, sheet: Sheet): StreamableFile {
  const disposition = `attachment; filename="${basename}.${format}"`;
  return new StreamableFile(writeSheet(format, sheet), { type: MEDIA_TYPES[format], disposition });
}
