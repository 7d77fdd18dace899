import { languageOf } from './words.js';

describe('the language to speak', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'en-GB', 'zh-CN'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    [{ LANG: 'C.UTF-8' }, 'zh-CN', 'en'],
    [{}, 'zh-Hans-CN', 'zh-CN'],
    [{ LANG: '' }, 'zh-CN', 'zh-CN'],
    [{}, 'de-DE', 'en'],
  ] as const)('is that of the variables, and without them that of the system: %j, %s', (env, locale, language) => {
    expect(languageOf(env, locale)).toBe(language);
  });
});
