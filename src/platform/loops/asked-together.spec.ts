import { AskedTogether } from './asked-together.js';

describe('questions asked together', () => {
  const statements: number[][] = [];
  const answers: (() => void)[] = [];
  const asked = new AskedTogether<number, string>(async (questions) => {
    statements.push(questions);
    await new Promise<void>((answer) => answers.push(answer));
    if (questions.includes(13)) throw new Error('away');
    return questions.map((question) => (question === 7 ? undefined : `${question}`));
  });
  const answerAll = async () => {
    while (answers.length > 0) {
      answers.shift()!();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  beforeEach(() => {
    statements.length = 0;
  });

  it('share a statement with all that came while one was under way', async () => {
    const all = Promise.all(Array.from({ length: 1_000 }, (_, n) => asked.ask(n + 100)));
    await answerAll();
    expect((await all).slice(0, 2)).toEqual(['100', '101']);
    expect(statements.map(({ length }) => length)).toEqual([1, 1, 500, 498]);
  });

  it('are answered in their own place, also with nothing', async () => {
    const all = Promise.all([1, 7, 3].map((n) => asked.ask(n)));
    await answerAll();
    expect(await all).toEqual(['1', undefined, '3']);
  });

  it('fail together when the statement does, without being asked again', async () => {
    const all = Promise.allSettled([1, 2, 13, 4].map((n) => asked.ask(n)));
    await answerAll();
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(statements).toHaveLength(3);
  });
});
