import type { Actor } from '../../kernel/access/actor.js';
import { Clock } from '../../kernel/clock.js';
import { cursorOf } from '../../kernel/page.js';
import { InvalidInput } from '../../kernel/refusals.js';
import type { Database } from '../../platform/database/database.js';
import { hallConnection, hallList } from './hall.graphql.js';
import { HallReader } from './hall.reader.js';
import type { HallLook, HallRepository } from './hall.repository.js';
import { HallRow } from './hall-row.js';
import { HallSights } from './hall-sights.js';

class FixedClock extends Clock {
  at = Date.parse('2026-11-21T02:00:00Z');
  now(): Date {
    return new Date(this.at);
  }
}
const ID = '01890a5d-ac96-774b-bcce-b302099a80';
const row = (n: number): HallRow =>
  new HallRow([
    ID + n.toString().padStart(2, '0'),
    ...['commercial_receivable', 'legal', '440000', 'enterprise', '2345678', '2026-08-22', '1200', '9000', '60', 'B'],
    `2026-11-20 00:00:00.${(1_000_000 - n).toString().slice(-6)}`,
    n % 2 === 0 ? 'labour_pay' : '',
  ]);
const actor = (organisationKind: Actor['organisationKind']) =>
  ({ organisationId: organisationKind, organisationKind, sandboxId: null }) as Actor;
const AGENCY = actor('agency');

function hall({ near = [row(1)], complete = true, approved = true, failsAt = 0, code = '' } = {}) {
  const looks: HallLook[] = [];
  let searches = 0;
  const repository = {
    near: async (_: unknown, look: HallLook) => {
      looks.push(look);
      if (look.take === failsAt) throw Object.assign(new Error('failed'), { code });
      return { rows: [...near], complete };
    },
    wide: async () => {
      searches += 1;
      return [row(7), row(8)];
    },
    count: async () => 1_001,
  } as unknown as HallRepository;
  const clock = new FixedClock();
  const asked: string[] = [];
  const verdict = { approved };
  const approvals = {
    requireApproved: async (_: unknown, id: string) => {
      asked.push(id);
      if (!verdict.approved) throw new Error('not verified');
    },
  };
  const messages: number[] = [];
  const together = async (work: (q: unknown) => unknown) => {
    const before = looks.length;
    try {
      return await work(undefined);
    } finally {
      messages.push(looks.length - before);
    }
  };
  const database = { together } as unknown as Database;
  const sights = new HallSights(database, approvals as never);
  const reader = new HallReader(database, repository, sights, clock);
  return { reader, looks, messages, asked, clock, verdict, searches: () => searches };
}

it('shows a provider the amount and everybody its band, and nothing beyond the fields of the hall', async () => {
  const seen = (await hall().reader.page(AGENCY, { first: 5 })).nodes[0];
  expect(seen).toEqual({
    id: expect.stringMatching(/^case_/),
    category: 'commercial_receivable',
    serviceLine: 'legal',
    provinceCode: '440000',
    provinceName: '广东',
    provinceNameEn: 'Guangdong',
    amountFen: 2_345_678n,
    amountBand: 'from_10k_to_50k',
    monthsOverdue: 2,
    commissionBps: 1_200,
    evidenceBps: 9_000,
    score: 60,
    grade: 'B',
    debtorKind: 'enterprise',
    matter: null,
    openToLawFirms: true,
    listedAt: new Date('2026-11-20T00:00:00.999Z'),
  });
});

it('hides the amount, its order and its filter from a creditor', async () => {
  const { reader } = hall();
  const creditor = actor('creditor');
  expect((await reader.page(creditor, { first: 5 })).nodes[0]).toMatchObject({
    amountFen: null,
    amountBand: 'from_10k_to_50k',
  });
  await expect(reader.page(creditor, { first: 5, sort: 'AMOUNT_ASC' })).rejects.toThrow('INVALID_INPUT');
  await expect(reader.page(creditor, { first: 5, filter: { minAmountFen: 1n } })).rejects.toThrow('INVALID_INPUT');
});

it('never answers a creditor with a provider’s page', async () => {
  const { reader } = hall();
  const [theirs, ours] = await Promise.all([
    reader.page(actor('creditor'), { first: 5 }),
    reader.page(actor('platform'), { first: 5 }),
  ]);
  expect([theirs.nodes[0]?.amountFen, ours.nodes[0]?.amountFen]).toEqual([null, 2_345_678n]);
});

it('cuts the page, and its cursor leads on in the same order only', async () => {
  const { reader, looks } = hall({ near: [row(1), row(2), row(3)] });
  const page = await reader.page(AGENCY, { first: 2 });
  expect([page.nodes.length, page.hasNextPage]).toEqual([2, true]);
  expect(page.endCursor).toBe(page.cursorAt(1));
  await reader.page(AGENCY, { first: 2, after: page.endCursor });
  expect(looks.at(-1)?.after).toEqual({ key: row(2).keyOf('NEWEST'), id: row(2).id });
  await expect(reader.page(AGENCY, { first: 2, after: page.endCursor, sort: 'OLDEST' })).rejects.toThrow(
    'another sort',
  );
});

it.each([
  'x',
  cursorOf(['NEWEST', row(1).keyOf('NEWEST')]),
  cursorOf(['NEWEST', "'; DROP TABLE", row(1).id]),
  cursorOf(['NEWEST', row(1).keyOf('NEWEST'), 'not-an-id']),
])('refuses the made-up cursor %s as the field that carried it', async (after) => {
  const refused = hall().reader.page(AGENCY, { first: 2, after }, { filter: '', after: 'cursor' });
  await expect(refused).rejects.toThrow(InvalidInput);
  await expect(refused).rejects.toMatchObject({ path: 'cursor' });
});

it('pages asked for at once share messages to the database and keep their own rows', async () => {
  const { reader, looks, messages } = hall();
  const pages = await Promise.all(Array.from({ length: 40 }, (_, n) => reader.page(AGENCY, { first: n + 1 })));
  expect(looks.map(({ take }) => take).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 2));
  expect(messages.length).toBeLessThan(20);
  expect(pages.every(({ rows }) => rows.length === 1)).toBe(true);
});

it('a value that cannot be read fails its own page only; a server that stalls is not asked again', async () => {
  const sixteenth = async (code: string) => {
    const { reader, messages } = hall({ failsAt: 17, code });
    const pages = Array.from({ length: 20 }, (_, n) => reader.page(AGENCY, { first: n + 1 }));
    const failed = (await Promise.allSettled(pages)).filter(({ status }) => status === 'rejected');
    return { failed: failed.length, messages: messages.length };
  };
  // Four go alone; the sixteen others are one message.
  expect(await sixteenth('57014')).toEqual({ failed: 16, messages: 5 });
  expect((await sixteenth('22008')).failed).toBe(1);
});

it('searches when the walk ended early, and only then', async () => {
  const walked = hall();
  await walked.reader.page(AGENCY, { first: 5 });
  expect(walked.searches()).toBe(0);
  const rare = hall({ complete: false });
  expect((await rare.reader.page(AGENCY, { first: 5, filter: { grades: ['A'] } })).nodes).toHaveLength(2);
  expect(rare.searches()).toBe(1);
});

it('asks whether a provider is approved at most every two seconds, and remembers only a yes', async () => {
  const { reader, asked, clock, verdict } = hall({ approved: false });
  let now = 5_000;
  const monotonic = jest.spyOn(performance, 'now').mockImplementation(() => now);
  await expect(reader.page(AGENCY, { first: 5 })).rejects.toThrow('not verified');
  verdict.approved = true;
  await reader.page(AGENCY, { first: 5 });
  await reader.page(AGENCY, { first: 5 });
  expect(asked).toHaveLength(2);
  now += 2_000;
  // A clock that is set back must not prolong the trust.
  clock.at -= 7_200_000;
  verdict.approved = false;
  await expect(reader.page(AGENCY, { first: 5 })).rejects.toThrow('not verified');
  await reader.page(actor('platform'), { first: 5 });
  expect(asked).toHaveLength(3);
  monotonic.mockRestore();
});

it('counts when asked, to the cap, and gives both faces the same page', async () => {
  const page = await hall({ near: [row(1), row(2)] }).reader.page(AGENCY, { first: 1 });
  const connection = hallConnection(page);
  expect(await (connection.totalCount as () => Promise<number>)()).toBe(1_000);
  expect(connection.edges).toEqual([{ node: page.nodes[0], cursor: page.endCursor }]);
  expect(hallList(page)).toEqual({ data: page.nodes, nextCursor: page.endCursor, hasMore: true });
});
