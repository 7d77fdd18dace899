import { fill, type Locale, type Texts } from '../../kernel/index.js';
import { ROW_OUTCOME, type RowOutcome } from './case-batch.lifecycle.js';

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
