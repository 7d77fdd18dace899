import type { Type } from '@nestjs/common';
import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { cursorOf, type Page, type Position } from '../../kernel/index.js';

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfoView {
  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` to get the next page; null on an empty page.',
  })
  endCursor!: string | null;
  @Field(() => Boolean, { description: 'Whether more follows.' }) hasNextPage!: boolean;
}

export interface EdgeOf<N> {
  node: N;
  cursor: string;
}

/** How many there are in all: known, or counted when asked. Counting stops at a cap, so this is "at least" there. */
export type Total = number | null | (() => number | null | Promise<number | null>);

export interface ConnectionOf<N> {
  nodes: N[];
  edges: EdgeOf<N>[] | null;
  pageInfo: PageInfoView;
  totalCount: Total;
}

/** The connection type of a list (Relay cursor connections, with `nodes` for those who need no cursors). */
export function connectionOf<N>(name: string, node: Type<N>): Type<ConnectionOf<N>> {
  const what = name.replace(/Connection$/, '');

  @ObjectType(`${what}Edge`, { description: `One ${what} of a page and its cursor.` })
  class Edge implements EdgeOf<N> {
    @Field(() => node, { description: `The ${what} itself.` })
    node!: N;

    @Field(() => String, { description: 'Its place in the list; give it as `after` to go on from here.' })
    cursor!: string;
  }

  @ObjectType(name, { description: `One page of a list of ${what}.` })
  class Connection implements ConnectionOf<N> {
    @Field(() => [node], { description: 'The page itself.' })
    nodes!: N[];

    @Field(() => [Edge], { nullable: true, description: 'The page with a cursor for each, where the list has them.' })
    edges!: EdgeOf<N>[] | null;

    @Field(() => PageInfoView, { description: 'Where this page ends.' })
    pageInfo!: PageInfoView;

    @Field(() => Int, {
      nullable: true,
      description: 'How many there are in all, counted up to a cap; ask for it only where it is shown.',
    })
    @Extensions({ computed: true })
    totalCount!: Total;
  }
  return Connection;
}

/**
 * A page of rows as a connection of views. `edges` and a `total` function cost nothing until they are asked for.
 * `position` gives a row's cursor; without it there are no `edges`, only the page's `endCursor`.
 */
export function toConnection<Row, N>(
  page: Page<Row>,
  map: (row: Row) => N,
  total: Total = null,
  position?: (row: Row) => Position,
): ConnectionOf<N> {
  const cursorAt = position && ((index: number) => cursorOf(position(page.nodes[index] as Row)));
  const { endCursor, hasNextPage } = page;
  return new PageConnection(page.nodes.map(map), { endCursor, hasNextPage }, total, cursorAt);
}

/** A class for its getter: an object with a getter of its own would outlive its request for long. */
export class PageConnection<N> implements ConnectionOf<N> {
  constructor(
    readonly nodes: N[],
    readonly pageInfo: PageInfoView,
    readonly totalCount: Total,
    private readonly cursorAt?: (index: number) => string,
  ) {}

  get edges(): EdgeOf<N>[] | null {
    const { cursorAt } = this;
    return cursorAt ? this.nodes.map((node, index) => ({ node, cursor: cursorAt(index) })) : null;
  }
}
