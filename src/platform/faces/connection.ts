import type { Type } from '@nestjs/common';
import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { cursorOf, type Page, type Position } from '../../kernel/index.js';

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfoView {
  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on an empty page.' })
  endCursor!: string | null;
  @Field(() => Boolean, { description: 'Whether another page follows.' }) hasNextPage!: boolean;
}

export interface EdgeOf<N> {
  node: N;
  cursor: string;
}

/** The total number: known, or counted on request. Counting stops at a cap; a total at the cap means "at least". */
export type Total = number | null | (() => number | null | Promise<number | null>);

export interface ConnectionOf<N> {
  nodes: N[];
  edges: EdgeOf<N>[] | null;
  pageInfo: PageInfoView;
  totalCount: Total;
}

/** The connection type of a list (Relay cursor connections, with `nodes` for clients that need no cursors). */
export function connectionOf<N>(name: string, node: Type<N>): Type<ConnectionOf<N>> {
  const what = name.replace(/Connection$/, '');

  @ObjectType(`${what}Edge`, { description: `One ${what} of a page and its cursor.` })
  class Edge implements EdgeOf<N> {
    @Field(() => node, { description: `The ${what} itself.` }) node!: N;
    @Field(() => String, { description: 'Its cursor; pass it as `after` to continue from here.' })
    cursor!: string;
  }

  @ObjectType(name, { description: `One page of a list of ${what}.` })
  class Connection implements ConnectionOf<N> {
    @Field(() => [node], { description: 'The items of this page.' }) nodes!: N[];
    @Field(() => [Edge], {
      nullable: true,
      description: 'The items of this page, each with its cursor; null if this list has page cursors only.',
    })
    edges!: EdgeOf<N>[] | null;
    @Field(() => PageInfoView, { description: 'Where this page ends.' }) pageInfo!: PageInfoView;
    @Field(() => Int, {
      nullable: true,
      description:
        'Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it.',
    })
    @Extensions({ computed: true })
    totalCount!: Total;
  }
  return Connection;
}

/**
 * A page of rows as a connection of views. `edges` and a `total` function cost nothing until they are requested.
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

/** A class because of its getter: an object literal with a getter stays in memory long after its request. */
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
