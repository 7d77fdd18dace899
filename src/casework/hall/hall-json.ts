import { type GraphQLObjectType, getNamedType, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import { monthsBetween, PROVINCES, publicId } from '../../kernel/index.js';
import { contingencyForbidden } from '../debt/index.js';
import { amountBand } from './hall.policy.js';
import type { HallCaseView } from './hall-case.js';
import type { HallPage } from './hall-page.js';
import type { HallRow } from './hall-row.js';

/** Writes a part of a page as JSON. */
type Write<T> = (from: T, page: HallPage) => string;

/** The value of a member, and the quotes around it. */
interface Value<T> {
  readonly write: Write<T>;
  readonly around: '"' | '';
}

const plain = <T>(write: Write<T>): Value<T> => ({ write, around: '' });
const text = <T>(write: Write<T>): Value<T> => ({ write, around: '"' });
const quoted = (words: string) => `"${words}"`;
const named = (name: 'zh' | 'en') => {
  const known = new Map(PROVINCES.map((province) => [province.code, JSON.stringify(province[name])]));
  return plain(({ province }: HallRow) => (province === null ? 'null' : (known.get(province) ?? 'null')));
};

/** The fields of a listing in the order of the view. Codes, ids and numbers need no escaping. */
const CASE: { readonly [F in keyof HallCaseView]: Value<HallRow> } = {
  id: text((row) => publicId('case', row.id)),
  category: text((row) => row.category),
  serviceLine: text((row) => row.serviceLine),
  provinceCode: plain(({ province }) => (province === null ? 'null' : quoted(province))),
  provinceName: named('zh'),
  provinceNameEn: named('en'),
  amountFen: plain((row, { sight }) => (sight === 'exact' ? quoted(row.amountText) : 'null')),
  amountBand: text((row) => amountBand(row.amountFen)),
  monthsOverdue: plain((row, { today }) => `${monthsBetween(row.dueOn, today)}`),
  commissionBps: plain((row) => `${row.commissionBps}`),
  evidenceBps: plain((row) => `${row.evidenceBps}`),
  score: plain((row) => `${row.score}`),
  grade: text((row) => row.grade),
  debtorKind: text((row) => row.debtorKind),
  matter: plain(({ matter }) => (matter === null ? 'null' : quoted(matter))),
  openToLawFirms: plain(({ matter }) => `${!contingencyForbidden(matter)}`),
  listedAt: text((row) => row.listedText),
};

const wholeCase = objectOf(Object.entries(CASE));

/** A page as REST answers it: the bytes of `hallList`. */
export function hallListJson(page: HallPage): string {
  const data = listOf(page, (index) => wholeCase(page.rows[index]!, page));
  const next = page.hasNextPage && page.endCursor !== null ? quoted(page.endCursor) : 'null';
  return `{"data":${data},"nextCursor":${next},"hasMore":${page.hasNextPage}}`;
}

/**
 * Compiles a selection of `HallConnection` into a writer of the same bytes as its ordinary execution; undefined when it contains
 * anything but plain fields, or the total, which needs a statement.
 */
export function selectionWriter(
  set: SelectionSetNode,
  type: GraphQLObjectType,
): ((page: HallPage) => string) | undefined {
  const write = compiled<HallPage>(set, type, {
    nodes: (inside, node) => {
      const write = compiled(inside, node, leaves(CASE));
      return write && plain((page) => listOf(page, (index) => write(page.rows[index]!, page)));
    },
    edges: (inside, edge) => {
      const write = compiled<number>(inside, edge, {
        node: (fields, node) => {
          const row = compiled(fields, node, leaves(CASE));
          return row && plain((index, page) => row(page.rows[index]!, page));
        },
        cursor: leaf(text((index, page) => page.cursorAt(index))),
      });
      return write && plain((page) => listOf(page, (index) => write(index, page)));
    },
    pageInfo: (inside, info) => {
      const write = compiled<HallPage>(inside, info, {
        endCursor: leaf(plain(({ endCursor }) => (endCursor === null ? 'null' : quoted(endCursor)))),
        hasNextPage: leaf(plain(({ hasNextPage }) => `${hasNextPage}`)),
      });
      return write && plain(write);
    },
  });
  return write && ((page) => write(page, page));
}

/** Makes the value of a field from the selection inside it; a leaf has none. */
type Field<T> = (inside: SelectionSetNode, type: GraphQLObjectType) => Value<T> | undefined;

const leaf =
  <T>(value: Value<T>): Field<T> =>
  () =>
    value;

function leaves<T>(values: Record<string, Value<T>>): Record<string, Field<T>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, leaf(value)]));
}

/** Writes each listing. Concatenated, because `join` would copy every part once more. */
function listOf({ rows }: HallPage, write: (index: number) => string): string {
  let list = '';
  for (let index = 0; index < rows.length; index += 1) list += (index === 0 ? '' : ',') + write(index);
  return `[${list}]`;
}

const NOTHING: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

/** Undefined for fragments, directives, arguments and repeated names: those are executed the ordinary way. */
function compiled<T>(
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  fields: Record<string, Field<T>>,
): Write<T> | undefined {
  const members = new Map<string, Value<T>>();
  for (const node of selections) {
    if (node.kind !== Kind.FIELD || node.directives?.length || node.arguments?.length) return undefined;
    const inside = getNamedType(type.getFields()[node.name.value]?.type);
    const value =
      node.name.value === '__typename'
        ? text(() => type.name)
        : fields[node.name.value]?.(node.selectionSet ?? NOTHING, isObjectType(inside) ? inside : type);
    const name = node.alias?.value ?? node.name.value;
    // JSON.stringify puts names that are whole numbers first; GraphQL knows none.
    if (!value || members.has(name)) return undefined;
    members.set(name, value);
  }
  return objectOf([...members]);
}

function objectOf<T>(members: readonly (readonly [name: string, value: Value<T>])[]): Write<T> {
  let last = '{';
  const parts = members.map(([name, { write, around }]) => {
    const before = `${last}"${name}":${around}`;
    last = `${around},`;
    return { before, write };
  });
  const end = `${members.at(-1)?.[1].around ?? '{'}}`;
  return (from, page) => {
    let json = '';
    for (const { before, write } of parts) json += before + write(from, page);
    return json + end;
  };
}
