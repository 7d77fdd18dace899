import { declareReasons, inputReasons, reasonWords } from './input-reasons.js';
import { defineReasons, invalid, reasonText } from './invalid.js';
import { reasonDetails } from './library-reasons.js';
import { quotaIn } from './refusal.js';

describe('reasons', () => {
  it('are said by a refusal in its message and its details, with a code that stays', () => {
    const refusal = invalid('MUST_BE_GIVEN', { path: 'dueOn' });
    expect(refusal.inWords('zh-CN')).toBe('字段 dueOn 无效：必须填写。');
    expect(refusal.detailsIn('zh-CN')).toEqual({ reason: '必须填写', reasonCode: 'MUST_BE_GIVEN' });
    expect(refusal.detailsIn('en')).toEqual({ reason: 'must be given', reasonCode: 'MUST_BE_GIVEN' });
  });

  it('hold their figures in their words, nowhere else', () => {
    const refusal = invalid('FEN_OUT_OF_RANGE', { path: 'amountFen', least: 0, most: 10_000n });
    expect(refusal.message).toContain('between 0 and 10000 fen');
    expect(refusal.detailsIn('zh-CN')).toEqual({ reason: '应在 0 至 10000 分之间', reasonCode: 'FEN_OUT_OF_RANGE' });
  });

  it('are typed: a code nobody declared and a figure that is not given do not compile', () => {
    const own = defineReasons({ ONLY_HERE: ['only {count} here', '仅 {count}'] });
    expect(own('ONLY_HERE', { path: 'x', count: 2 }).detailsIn('en')).toMatchObject({ reason: 'only 2 here' });
    // @ts-expect-error: nobody declared it
    expect(invalid('NO_SUCH_REASON', { path: 'x' }).detailsIn('en')).toMatchObject({ reason: 'NO_SUCH_REASON' });
    // @ts-expect-error: it belongs to another maker
    invalid('ONLY_HERE', { path: 'x', count: 2 });
    // @ts-expect-error: `most` is missing
    invalid('AT_MOST', { path: 'x' });
  });

  it('are declared once', () => {
    expect(() => declareReasons({ MUST_BE_GIVEN: ['must be there', '必须存在'] })).toThrow('declared twice');
    expect(reasonWords('MUST_BE_GIVEN', 'en')).toBe('must be given');
    expect(reasonWords('because', 'zh-CN')).toBe('because');
    expect(inputReasons().map(({ code }) => code)).toContain('MUST_BE_GIVEN');
  });

  it('come out of the message of a rule: by code, with figures, or by the words of a library', () => {
    expect(reasonDetails('MUST_BE_GIVEN')).toEqual({ reasonCode: 'MUST_BE_GIVEN' });
    const given = { kind: 'case', example: 'case_01J… & more' };
    expect(reasonDetails(reasonText('NOT_THAT_ID', given))).toEqual({ reasonCode: 'NOT_THAT_ID', ...given });
    expect(reasonDetails('must not be greater than 5')).toEqual({ reasonCode: 'TOO_GREAT', most: '5' });
    expect(reasonDetails('because')).toEqual({ reason: 'because' });
  });

  it('of a quota take their figures from the details they name', () => {
    const texts = { en: 'of {grade}', zh: '等级 {grade}' };
    const quota = { limit: 'quota', used: 'held', resets: texts, basedOn: texts, howToGetMore: texts };
    expect(quotaIn(quota, { quota: 20, held: 20, grade: 'C' }, 'zh-CN')).toEqual({
      ...{ limit: 20, used: 20, resetsAt: null },
      ...{ resets: '等级 C', basedOn: '等级 C', howToGetMore: '等级 C' },
    });
  });
});
