import { ArgsType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_PAGE, type Page, type PageInput } from '../../kernel/index.js';
import { CountField } from './fields.js';
import { TextField } from './text-fields.js';

const DEFAULT_LIMIT = 20;
const CURSOR_MAX = 1_000;

/** The arguments of every connection. The service checks `first` against its bounds. */
@ArgsType()
export class PageArgs {
  @CountField({ description: 'Items per page, 1 to 100.' }) first!: number;
  @TextField({ nullable: true, max: CURSOR_MAX, description: 'The `endCursor` of the previous page.' })
  after?: string | null;
}

/** The query of a REST list: `?limit=20&cursor=…`. A list with filters extends it. */
export class ListQuery {
  @ApiProperty({
    type: Number,
    required: false,
    minimum: 1,
    maximum: MAX_PAGE,
    default: DEFAULT_LIMIT,
    description: 'Items per page.',
  })
  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number.parseInt(value, 10) : value))
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  limit: number = DEFAULT_LIMIT;
  @TextField({ nullable: true, max: CURSOR_MAX, description: 'The `nextCursor` of the previous page.' })
  cursor?: string;
}

/** One page as REST answers it. */
export interface ListOf<T> {
  data: T[];
  /** Pass it as `cursor` to get the next page; null when there is none. */
  nextCursor: string | null;
  hasMore: boolean;
}

/** The page that a REST query requests, as services take it. */
export function pageInput(query: ListQuery): PageInput {
  return { first: query.limit, after: query.cursor ?? null };
}

/** A page of rows as a REST list of views. */
export function listOf<Row, View>(page: Page<Row>, map: (row: Row) => View): ListOf<View> {
  return { data: page.nodes.map(map), nextCursor: page.hasNextPage ? page.endCursor : null, hasMore: page.hasNextPage };
}
