import { cursorOf, parsePublicId } from '../../src/kernel/index.js';
import { BARE_GRAB, GRAPHQL_GRAB, type GrabFace, REST_GRAB } from '../lib/grab-requests.js';
import { HttpConnection, request } from '../lib/http-connection.js';
import type { HallQuestion } from '../peers/hall-statement.js';
import { QUESTIONS } from './questions.js';

/** What a page says, whichever face it came from. */
interface Page {
  readonly ids: readonly string[];
  readonly next: string | null;
}

/** A listing's place in the order by newest, to the microsecond. */
export interface Place {
  readonly id: string;
  /** `2026-11-21T09:30:00.123456Z` */
  readonly listedAt: string;
}

/** How one contender is asked about the hall and how its answer is read. */
export interface Face {
  readonly name: string;
  ask(question: HallQuestion, cursor: string | undefined, token: string): Buffer;
  read(body: string): Page;
  /** The cursor of a place in the order by newest. */
  cursorOf(place: Place): string;
  readonly grab: GrabFace;
}

interface List {
  data: { id: string }[];
  nextCursor: string | null;
}

const idOf = (text: string) => parsePublicId('case', text) ?? text;
const readList = (body: string): Page => {
  const { data, nextCursor } = JSON.parse(body) as List;
  return { ids: data.map((one) => idOf(one.id)), next: nextCursor };
};

export const BARE: Face = {
  name: 'bare Fastify + pg',
  ask: (question, cursor, token) => request('GET', `/hall?${search({ ...question, cursor })}`, token),
  read: readList,
  cursorOf: ({ id, listedAt }) => `${listedAt}~${id}`,
  grab: BARE_GRAB,
};

const newest = ({ id, listedAt }: Place) => cursorOf(['NEWEST', listedAt, id]);

export const REST: Face = {
  name: 'Recourse REST',
  ask: (question, cursor, token) => request('GET', `/v1/hall?${search({ limit: '20', ...question, cursor })}`, token),
  read: readList,
  cursorOf: newest,
  grab: REST_GRAB,
};

const HALL = `query Hall($after: String, $filter: HallFilter, $sort: HallSort) {
  hall(first: 20, after: $after, filter: $filter, sort: $sort) {
    nodes { id category serviceLine provinceCode amountFen monthsOverdue commissionBps evidenceBps score grade debtorKind listedAt }
    pageInfo { endCursor hasNextPage } } }`;

export const GRAPHQL: Face = {
  name: 'Recourse GraphQL',
  ask: ({ sort, categories, provinces, ...amounts }, after, token) => {
    const lists = { categories: categories?.split(','), provinces: provinces?.split(',') };
    return request('POST', '/graphql', token, {
      query: HALL,
      variables: { sort, after, filter: { ...lists, ...amounts } },
    });
  },
  read: (body) => {
    const { nodes, pageInfo } = JSON.parse(body).data.hall;
    return {
      ids: nodes.map((one: { id: string }) => idOf(one.id)),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
  },
  cursorOf: newest,
  grab: GRAPHQL_GRAB,
};

function search(words: Record<string, string | undefined>): string {
  const given = Object.entries(words).filter((word): word is [string, string] => word[1] !== undefined);
  return new URLSearchParams(given).toString();
}

/** Where each question goes on, and the cases it answers: cursors differ from face to face, answers must not. */
export interface Explored {
  readonly cursors: readonly (string | undefined)[];
  readonly answers: readonly string[];
}

/** Asks every question once. */
export async function explore(face: Face, url: string, token: string): Promise<Explored> {
  const connection = await HttpConnection.open(url);
  const ask = async (question: HallQuestion, cursor?: string): Promise<Page> => {
    const { status, body } = await connection.send(face.ask(question, cursor, token));
    const text = body.toString('utf8');
    if (status !== 200) throw new Error(`${face.name}: ${status} ${text.slice(0, 500)}`);
    return face.read(text);
  };
  const cursors: (string | undefined)[] = [];
  const answers: string[] = [];
  for (const { question, page } of QUESTIONS) {
    const cursor = page === 2 ? (await ask(question)).next : undefined;
    if (cursor === null) throw new Error(`${face.name}: no second page of ${JSON.stringify(question)}`);
    cursors.push(cursor);
    answers.push((await ask(question, cursor)).ids.join(' '));
  }
  connection.close();
  return { cursors, answers };
}

/** The bytes of every question as one member asks it. */
export function requestsOf(face: Face, { cursors }: Explored, token: string): Buffer[] {
  return QUESTIONS.map(({ question }, n) => face.ask(question, cursors[n], token));
}
