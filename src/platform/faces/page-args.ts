import { ArgsType } from '@nestjs/graphql';
import { CountField } from './fields.js';
import { TextField } from './text-fields.js';

export const CURSOR_MAX = 1_000;

/** What every connection takes: how many, and where the page before ended. The service checks `first` against its bounds. */
@ArgsType()
export class PageArgs {
  @CountField({ description: 'How many, 1 to 100.' }) first!: number;
  @TextField({ nullable: true, max: CURSOR_MAX, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}
