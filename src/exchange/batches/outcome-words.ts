import { ADMISSION_REASONS } from '../../casework/admission/index.js';
import { fill, type Locale, refusalCatalogue, type Texts } from '../../kernel/index.js';
import { type KeptReason, ROW_REASONS } from '../rows/index.js';
import type { RowOutcome } from './case-batch.lifecycle.js';
import { ROW_OUTCOME } from './case-batch.lifecycle.js';

/** The text of a reason in a language. */
export function wordsOf({ code, field, params }: KeptReason, locale: Locale): string {
  return fill(textsOf(code), locale, { ...params, field });
}

/** The texts of a code of reading, of admission or of a refusal; an unknown code stands for itself. */
function textsOf(code: string): Texts {
  const ours: Texts | undefined = (ROW_REASONS as Record<string, Texts>)[code];
  const admission: { texts: Texts } | undefined = (ADMISSION_REASONS as Record<string, { texts: Texts }>)[code];
  return ours ?? admission?.texts ?? refusalCatalogue().find((one) => one.code === code) ?? { en: code, zh: code };
}

const NONE: Texts = { en: 'not decided', zh: '未处理' };

export function outcomeIn(locale: Locale, outcome: RowOutcome | 'none'): string {
  return outcome === 'none' ? fill(NONE, locale) : ROW_OUTCOME.say(outcome, locale).replaceAll('_', ' ');
}

/** Columns of the result file after the sender's own. An import reads none of them, so a corrected file can be sent again. */
export const RESULT_HEADERS: readonly Texts[] = [
  { en: 'result row', zh: '结果：行号' },
  { en: 'result', zh: '结果' },
  { en: 'result case number', zh: '结果：案号' },
  { en: 'result case id', zh: '结果：案件标识' },
  { en: 'result codes', zh: '结果：代码' },
  { en: 'result reasons', zh: '结果：说明' },
];
