import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { features } from '../../src/boot/modules.js';
import { InvalidInput, inputReasons, invalid, reasonDetails } from '../../src/kernel/index.js';
import { testConfig } from '../support/config.js';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

/** A sentence where a code belongs. */
const SENTENCE = /\bdetails: \{ reason: ['`]|new Unreadable\('[^'A-Z]/;

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

  it('are thrown by code, so that nobody reads English in a Chinese answer', () => {
    const texts = sources(join(process.cwd(), 'src')).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    expect(texts.filter(({ text }) => SENTENCE.test(text)).map(({ path }) => path)).toEqual([]);
    const thrown = texts.flatMap(({ text }) => [...text.matchAll(/\binvalid(?:[A-Z]\w*)?\(\s*'(\w+)'/g)]);
    expect(thrown.length).toBeGreaterThan(50);
    const known = new Set(inputReasons().map(({ code }) => code));
    expect(thrown.map(([, code]) => code).filter((code) => !known.has(code as string))).toEqual([]);
  });

  it('of the rules on input classes are known too', () => {
    const rules = getMetadataStorage() as unknown as {
      validationMetadatas: Map<object, { message?: unknown; name?: string }[]>;
    };
    const messages = [...rules.validationMetadatas.values()].flat().map(({ message }) => message);
    const said = messages.filter((message): message is string => typeof message === 'string');
    expect(said.length).toBeGreaterThan(5);
    const bare = (message: string) => message.replace(/^(?:\$property|[a-z][A-Za-z]*) (?=must |should )/, '');
    const known = new Set(inputReasons().map(({ code }) => code));
    expect(said.filter((message) => !known.has(String(reasonDetails(bare(message))['reasonCode'])))).toEqual([]);
  });

  it.each([
    ['must be shorter than or equal to 200 characters', 'TOO_LONG', '不得超过 200 个字符'],
    ['must be one of the following values: a, b', 'NOT_A_KNOWN_WORD', '应为以下之一：a, b'],
    ['each value in scopes must be a string', 'EACH_NOT_A_STRING', 'scopes 的每一项应为字符串'],
    ['Too big: expected number to be <=100', 'TOO_BIG', '不得大于 100（number）', 'must be at most 100 (number)'],
    ['Invalid input: expected string, received undefined', 'MUST_BE_GIVEN', '必须填写', 'must be given'],
    [
      'must be longer than or equal to 1 and shorter than or equal to 9 characters',
      'LENGTH_OUT_OF_RANGE',
      '长度应为 1 至 9 个字符',
    ],
  ])('of a library keep their figures: %s', (reason, reasonCode, zh, en = reason) => {
    const refusal = new InvalidInput({ path: 'x', details: reasonDetails(reason) });
    expect(refusal.detailsIn('zh-CN')).toEqual({ reasonCode, reason: zh });
    expect(refusal.detailsIn('en')).toEqual({ reasonCode, reason: en });
  });

  it.each([
    [
      invalid('NOT_THAT_ID', { path: 'id', kind: 'case', example: 'case_01J…' }),
      'must be a case id such as case_01J…',
      '应为 case 编号，例如 case_01J…',
    ],
    [invalid('ONE_OF', { path: 'sort', values: 'A, B' }), 'must be one of A, B', '应为以下之一：A, B'],
    [
      invalid('OUT_OF_RANGE', { path: 'bps', least: 0, most: 10_000 }),
      'must be between 0 and 10000',
      '应在 0 至 10000 之间',
    ],
    [
      invalid('EACH_ONE_OF', { path: 'grades', values: 'a, b' }),
      'each must be one of a, b',
      '每一项应为以下之一：a, b',
    ],
  ])('of ours keep their figures: %s', (refusal, en, zh) => {
    expect(refusal.detailsIn('en')['reason']).toBe(en);
    expect(refusal.detailsIn('zh-CN')['reason']).toBe(zh);
  });
});
