import { type GraphQLObjectType, getNamedType, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import { monthsBetween, PROVINCES, publicId } from '../../kernel/index.js';
import { amountBand } from './hall.policy.js';
import type { HallPage } from './hall.reader.js';
import type { HallCase } from './hall-case.js';
import type { HallRow } from './hall-row.js';

/** Writes a part of a page as JSON. */
type Write<T> = (from: T, page: HallPage) => string;

const quoted = (text: string) => `"${text}"`;
const named = (name: 'zh' | 'en') => {
  const known = new Map(PROVINCES.map((province) => [province.code, JSON.stringify(province[name])]));
  return ({ province }: HallRow) => (province === null ? 'null' : (known.get(province) ?? 'null'));
};

/** The fields of a listing in the order of the view. Codes, ids and numbers need no escaping. */
const CASE: { readonly [F in keyof HallCase]: Write<HallRow> } = {
  id: (row) => quoted(publicId('case', row.id)),
  category: (row) => quoted(row.category),
  serviceLine: (row) => quoted(row.serviceLine),
  provinceCode: ({ province }) => (province === null ? 'null' : quoted(province)),
  provinceName: named('zh'),
  provinceNameEn: named('en'),
  amountFen: (row, { sight }) => (sight === 'exact' ? quoted(row.amountText) : 'null'),
  amountBand: (row) => quoted(amountBand(row.amountFen)),
  monthsOverdue: (row, { today }) => `${monthsBetween(row.dueOn, today)}`,
  commissionBps: (row) => `${row.commissionBps}`,
  evidenceBps: (row) => `${row.evidenceBps}`,
  score: (row) => `${row.score}`,
  grade: (row) => quoted(row.grade),
  debtorKind: (row) => quoted(row.debtorKind),
  listedAt: (row) => quoted(row.listedText),
};

const wholeCase = objectOf(Object.entries(CASE));

/** A page as REST answers it: the bytes of `hallList`. */
export function hallListJson(page: HallPage): string {
  const data = page.rows.map((row) => wholeCase(row, page)).join(',');
  const next = page.hasNextPage && page.endCursor !== null ? quoted(page.endCursor) : 'null';
  return `{"data":[${data}],"nextCursor":${next},"hasMore":${page.hasNextPage}}`;
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
      return write && ((page) => `[${page.rows.map((row) => write(row, page)).join(',')}]`);
    },
    edges: (inside, edge) => {
      const write = compiled<number>(inside, edge, {
        node: (fields, node) => {
          const row = compiled(fields, node, leaves(CASE));
          return row && ((index, page) => row(page.rows[index]!, page));
        },
        cursor: leaf((index, page) => quoted(page.cursorAt(index))),
      });
      return write && ((page) => `[${page.rows.map((_, index) => write(index, page)).join(',')}]`);
    },
    pageInfo: (inside, info) =>
      compiled<HallPage>(inside, info, {
        endCursor: leaf(({ endCursor }) => (endCursor === null ? 'null' : quoted(endCursor))),
        hasNextPage: leaf(({ hasNextPage }) => `${hasNextPage}`),
      }),
  });
  return write && ((page) => write(page, page));
}

/** Makes the writer of a field from the selection inside it; a leaf has none. */
type Field<T> = (inside: SelectionSetNode, type: GraphQLObjectType) => Write<T> | undefined;

const leaf =
  <T>(write: Write<T>): Field<T> =>
  () =>
    write;

function leaves<T>(writes: Record<string, Write<T>>): Record<string, Field<T>> {
  return Object.fromEntries(Object.entries(writes).map(([name, write]) => [name, leaf(write)]));
}

const NOTHING: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

/** Undefined for fragments, directives, arguments and repeated names: those are executed the ordinary way. */
function compiled<T>(
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  fields: Record<string, Field<T>>,
): Write<T> | undefined {
  const members = new Map<string, Write<T>>();
  for (const node of selections) {
    if (node.kind !== Kind.FIELD || node.directives?.length || node.arguments?.length) return undefined;
    const inside = getNamedType(type.getFields()[node.name.value]?.type);
    const write =
      node.name.value === '__typename'
        ? () => quoted(type.name)
        : fields[node.name.value]?.(node.selectionSet ?? NOTHING, isObjectType(inside) ? inside : type);
    const name = node.alias?.value ?? node.name.value;
    // JSON.stringify puts names that are whole numbers first; GraphQL knows none.
    if (!write || members.has(name)) return undefined;
    members.set(name, write);
  }
  return objectOf([...members]);
}

function objectOf<T>(members: readonly (readonly [name: string, write: Write<T>])[]): Write<T> {
  const parts = members.map(([name, write], n) => ({ before: `${n === 0 ? '{' : ','}"${name}":`, write }));
  return (from, page) => {
    let text = '';
    for (const { before, write } of parts) text += before + write(from, page);
    return `${text}}`;
  };
}
