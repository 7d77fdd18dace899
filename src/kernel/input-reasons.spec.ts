import { reasonOf, reasonWords } from './input-reasons.js';
import { quotaIn } from './refusal.js';
import { InvalidInput } from './refusals.js';

describe('reasons', () => {
  it('are found by their words or by their code, and stay as they are when nobody declared them', () => {
    expect(reasonOf('must be given', 'zh-CN')).toEqual({ code: 'MUST_BE_GIVEN', words: '必须填写' });
    expect(reasonOf('MUST_BE_GIVEN', 'zh-CN')).toEqual({ code: 'MUST_BE_GIVEN', words: '必须填写' });
    expect(reasonOf('MUST_BE_GIVEN', 'en')).toEqual({ code: 'MUST_BE_GIVEN', words: 'must be given' });
    expect(reasonOf('because', 'zh-CN')).toEqual({ words: 'because' });
    expect(reasonWords('MUST_BE_GIVEN', 'en')).toBe('must be given');
  });

  it('are said by a refusal in its message and its details, with a code that stays', () => {
    const refusal = new InvalidInput({ path: 'dueOn', details: { reason: 'must be given' } });
    expect(refusal.inWords('zh-CN')).toBe('字段 dueOn 无效：必须填写。');
    expect(refusal.detailsIn('zh-CN')).toEqual({ reason: '必须填写', reasonCode: 'MUST_BE_GIVEN' });
    expect(refusal.detailsIn('en')).toEqual({ reason: 'must be given', reasonCode: 'MUST_BE_GIVEN' });
    expect(new InvalidInput({ path: 'x', details: { reason: 'because' } }).detailsIn('zh-CN')).toEqual({
      reason: 'because',
    });
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
