import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { features } from '../../src/boot/modules.js';
import { inputReasons, reasonOf } from '../../src/kernel/index.js';
import { testConfig } from '../support/config.js';

/** Where a reason stands in the code: what follows each of these is one, up to the end of the text. */
const STARTS = [
  /\breason: /,
  /\bconst reason = /,
  /new Unreadable\(/,
  /\bbadDay\(/,
  /\bnoFile\(/,
  /\bforeignCursor\(/,
  /\brefused\(\w+, /,
  /\brefuse\(\w+, /,
  /\bexpected: /,
];
const TEXT = /(?:'((?:[^'\\]|\\.)+)'|`((?:[^`\\]|\\.)+)`)/.source;
/** What is no whole reason: codes of a domain, and beginnings that are put before another one. */
const NO_WORDS = /^[A-Za-z_]+$|^(?:must be|each) X$/;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

/** Reasons written in a source that says no to input, with something in the place of what is filled in. */
function reasonsIn(text: string): string[] {
  if (!/InvalidInput|BadRequest|BAD_USER_INPUT|Unreadable/.test(text)) return [];
  return STARTS.flatMap((start) => [...text.matchAll(new RegExp(`${start.source.trimEnd()}\\s*${TEXT}`, 'g'))]).map(
    ([, plain, template]) =>
      (plain?.replace(/\\(.)/g, '$1') ?? template ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'X'),
  );
}

describe('reasons of bad input', () => {
  beforeAll(() => {
    features(testConfig({ DATABASE_URL: 'postgres://nowhere' }));
  });

  it('have a code and words in both languages', () => {
    expect(inputReasons().length).toBeGreaterThan(80);
    for (const { code, en, zh } of inputReasons()) {
      expect(`${code}: ${zh}`).toMatch(/[\u4e00-\u9fff]/);
      expect(`${code}: ${en}`).not.toMatch(/[\u4e00-\u9fff]/);
      const places = (said: string) => [...new Set([...said.matchAll(/\{(\w+)\}/g)].map(([, place]) => place))].sort();
      expect({ code, places: places(en) }).toEqual({ code, places: expect.arrayContaining(places(zh)) });
    }
  });

  it('written anywhere in the product are known, so that nobody reads English in a Chinese answer', () => {
    const found = sources(join(process.cwd(), 'src')).flatMap((path) => reasonsIn(readFileSync(path, 'utf8')));
    expect(found.length).toBeGreaterThan(30);
    const unknown = found.filter((reason) => !NO_WORDS.test(reason) && !reasonOf(reason, 'zh-CN').code);
    const prefixed = unknown.filter((reason) => !reasonOf(`must be ${reason}`, 'zh-CN').code);
    expect(prefixed).toEqual([]);
    // A pattern that takes in a whole sentence would hand it on in English.
    const halfSaid = found.filter((reason) => /\p{Ll}{3,} \p{Ll}{3,}/u.test(reasonOf(reason, 'zh-CN').words));
    expect(halfSaid.filter((reason) => reasonOf(reason, 'zh-CN').code)).toEqual([]);
  });

  it('of the rules on input classes are known too', () => {
    const rules = getMetadataStorage() as unknown as {
      validationMetadatas: Map<object, { message?: unknown; name?: string }[]>;
    };
    const messages = [...rules.validationMetadatas.values()].flat().map(({ message }) => message);
    const said = messages.filter((message): message is string => typeof message === 'string');
    expect(said.length).toBeGreaterThan(5);
    const bare = (message: string) => message.replace(/^(?:\$property|[a-z][A-Za-z]*) (?=must |should )/, '');
    expect(said.filter((message) => !reasonOf(bare(message), 'zh-CN').code)).toEqual([]);
  });

  it.each([
    ['must be shorter than or equal to 200 characters', 'TOO_LONG', '不得超过 200 个字符'],
    ['must be one of the following values: a, b', 'NOT_A_KNOWN_WORD', '应为以下之一：a, b'],
    ['each value in scopes must be a string', 'EACH_NOT_A_STRING', 'scopes 的每一项应为字符串'],
    ['must be a case id such as case_01J…', 'NOT_THAT_ID', '应为 case 编号，例如 case_01J…'],
    ['one of NEWEST, OLDEST', 'ONE_OF', '应为以下之一：NEWEST, OLDEST'],
    ['between 0 and 10000', 'OUT_OF_RANGE', '应在 0 至 10000 之间'],
    ['between 0 and 10000 fen', 'FEN_OUT_OF_RANGE', '应在 0 至 10000 分之间'],
    ['each one of a, b', 'EACH_ONE_OF', '每一项应为以下之一：a, b'],
    ['Too big: expected number to be <=100', 'TOO_BIG', 'number 不得大于 100'],
  ])('keep their figures: %s', (reason, code, zh) => {
    expect(reasonOf(reason, 'zh-CN')).toEqual({ code, words: zh });
    expect(reasonOf(reason, 'en')).toEqual({ code, words: reason });
  });
});
