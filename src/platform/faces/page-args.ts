import { ArgsType } from '@nestjs/graphql';
import { CountField } from './fields.js';
import { TextField } from './text-fields.js';

export const CURSOR_MAX = 1_000;

/** The arguments of every connection. The service checks `first` against its bounds. */
@ArgsType()
export class PageArgs {
  @CountField({ description: 'Items per page, 1 to 100.' }) first!: number;
  @TextField({ nullable: true, max: CURSOR_MAX, description: 'The `endCursor` of the previous page.' })
  after?: string | null;
}
