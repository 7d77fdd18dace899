import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  NotFoundException,
  Param,
  Post,
  Query as QueryString,
  Req,
  UseGuards,
} from '@nestjs/common';
import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import {
  Busy,
  cutToPage,
  defineRefusal,
  Forbidden,
  NotFound,
  positionOf,
  publicId,
  Refusal,
  Unauthenticated,
} from '../../src/kernel/index.js';
import { idOf } from '../../src/platform/faces/argument-pipes.js';
import { BATCH_BODY_LIMIT, BodyLimit } from '../../src/platform/faces/body-limit.js';
import { connectionOf, toConnection } from '../../src/platform/faces/connection.js';
import { DayField, FenField, IdField } from '../../src/platform/faces/fields.js';
import { type ListOf, ListQuery, listOf, pageInput } from '../../src/platform/faces/list.js';
import { DayScalar, FenScalar, InstantScalar } from '../../src/platform/faces/scalars.js';
import { readUpload } from '../../src/platform/faces/upload.js';
import { GraphqlPlatformModule } from '../../src/platform/graphql/graphql.platform-module.js';
import { resultUnion } from '../../src/platform/graphql/refusal-union.js';

/** A library that lends books: a small application for the tests of both faces. */

export const BOOK = '01890a5d-ac96-774b-bcce-b302099a8057';

export class AlreadyLent extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'ALREADY_LENT',
    status: 409,
    en: 'The book is with {holder}.',
    zh: '该书已借给 {holder}。',
    sample: { holder: 'Li' },
  });
}

export enum Shelf {
  Front = 'front-room',
  Cellar = 'the-cellar',
}
registerEnumType(Shelf, { name: 'Shelf', description: 'Where a book stands.' });

@ObjectType('Author', { description: 'Who wrote it.' })
export class AuthorView {
  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@ObjectType('Book', { description: 'A book.' })
export class BookView {
  @Field(() => ID, { description: 'Id.' })
  id!: string;
  @Field(() => String, { description: 'Title.' })
  title!: string;
  @Field(() => FenScalar, { description: 'Price.' })
  priceFen!: bigint;
  @Field(() => DayScalar, { description: 'Day it is due.' })
  due!: string;
  @Field(() => InstantScalar, { description: 'When it was lent.' })
  lentAt!: Date;
  @Field(() => Shelf, { description: 'Where it stands.' })
  shelf!: Shelf;
  @Field(() => AuthorView, { description: 'Who wrote it.' })
  author!: AuthorView;
  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;
}

@ObjectType('Reservation', { description: 'A place in the queue.' })
export class ReservationView {
  @Field(() => Int, { description: 'Place.' })
  place!: number;
}

@InputType({ description: 'One line.' })
export class LineInput {
  @FenField({ positive: true, description: 'Amount.' })
  amountFen!: bigint;
  @DayField({ nullable: true, description: 'Day.' })
  due?: string | null;
}

@InputType({ description: 'What to lend.' })
export class LendInput {
  @IdField('document', { description: 'The book.' })
  bookId!: string;
  @Field(() => String, { description: 'To whom.' })
  @IsString()
  @MaxLength(10)
  to!: string;
  @Field(() => [LineInput], { description: 'Deposits.' })
  @ValidateNested({ each: true })
  @Type(() => LineInput)
  @ArrayMaxSize(5)
  rows!: LineInput[];
}

const BookConnection = connectionOf('BookConnection', BookView);
const LendBookResult = resultUnion('LendBookResult', [BookView, ReservationView], [AlreadyLent]);
const ReturnBookResult = resultUnion('ReturnBookResult', BookView, [AlreadyLent]);

@Injectable()
export class NobodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const name = context.getHandler().name;
    if (name.startsWith('guardedFalse')) return false;
    throw name.startsWith('guardedForbidden') ? new Forbidden() : new Unauthenticated();
  }
}

export const counted = { mutations: 0, totals: 0 };
const author = { name: 'Cao Xueqin' };
export const book = (n = 0): BookView => ({
  id: publicId('document', BOOK),
  title: `Volume ${n}`,
  priceFen: 125_000n,
  due: '2026-03-01',
  lentAt: new Date('2026-01-02T03:04:05Z'),
  shelf: n % 2 ? Shelf.Cellar : Shelf.Front,
  author,
  note: n % 2 ? null : 'worn',
});

@Resolver(() => BookView)
export class LibraryResolver {
  @ResolveField(() => BookView, { nullable: true, description: 'The next volume.' })
  async sequel(@Parent() parent: BookView): Promise<BookView | null> {
    if (parent.title === 'Volume 3') throw new AlreadyLent({ details: { holder: 'Li' } });
    return book(Number.parseInt(parent.title.slice(7), 10) + 1);
  }

  @Query(() => BookView, { nullable: true, description: 'One book.' })
  book(@Args('id', { type: () => ID, description: 'Its id.' }, idOf('document')) id: string): BookView | null {
    return id === BOOK ? book() : null;
  }

  @Query(() => BookConnection, { description: 'All books.' })
  books(
    @Args('first', { type: () => Int, description: 'How many.' }) first: number,
    @Args('shelf', { type: () => Shelf, nullable: true, description: 'Where.' }) shelf?: Shelf,
  ) {
    const rows = Array.from({ length: first + 1 }, (_, n) => n).filter((n) => !shelf || book(n).shelf === shelf);
    const total = () => {
      counted.totals += 1;
      return 7;
    };
    return toConnection(
      cutToPage(rows, first, (n) => [n, 'x']),
      book,
      total,
      (n) => [n, 'x'],
    );
  }

  @Query(() => FenScalar, { description: 'Adds.' })
  add(
    @Args('a', { type: () => FenScalar, description: 'a' }) a: bigint,
    @Args('days', { type: () => [DayScalar], nullable: true, description: 'days' }) days?: string[],
  ): bigint {
    return a + BigInt(days?.length ?? 0);
  }

  @Query(() => InstantScalar, { description: 'The same moment.' })
  same(@Args('at', { type: () => InstantScalar, description: 'at' }) at: Date): Date {
    return at;
  }

  @Query(() => String, { nullable: true, description: 'Fails.' })
  broken(): string {
    throw new Error('select secret from vault');
  }

  @Query(() => String, { description: 'Fails, and may not be null.' })
  brokenHard(): string {
    throw new Error('select secret from vault');
  }

  @Query(() => FenScalar, { nullable: true, description: 'Not a bigint.' })
  unwritable(): unknown {
    return 12.5;
  }

  @Query(() => BookView, { nullable: true, description: 'A refusal where there is no union.' })
  refused(): BookView {
    throw new AlreadyLent({ path: 'x', details: { holder: 'Li' }, retryAfter: 3 });
  }

  @Query(() => BookView, { nullable: true, description: 'What Nest throws.' })
  missing(): BookView {
    throw new NotFoundException('internal words');
  }

  @Mutation(() => LendBookResult, { description: 'Lends.' })
  lendBook(@Args('input', { description: 'What.' }) input: LendInput): unknown {
    counted.mutations += 1;
    if (typeof input.rows[0]?.amountFen !== 'bigint' || input.bookId !== BOOK) throw new Error('not transformed');
    if (input.to === 'Li') throw new AlreadyLent({ path: 'to', details: { holder: 'Li' }, retryAfter: 2.2 });
    if (input.to === 'busy') throw new Busy({ retryAfter: 1 });
    if (input.to === 'queue') return { __typename: 'Reservation', place: 3 };
    if (input.to === 'odd') return { __typename: 'Nonsense' };
    if (input.to === 'boom') throw new Error('select secret from vault');
    return book();
  }

  @Mutation(() => ReturnBookResult, { description: 'Returns.' })
  returnBook(@Args('id', { type: () => ID, description: 'Its id.' }, idOf('document')) id: string): BookView {
    if (id !== BOOK) throw new NotFound({ path: 'id' });
    return book();
  }

  @Mutation(() => ReturnBookResult, { description: 'Guarded.' })
  @UseGuards(NobodyGuard)
  guarded(): BookView {
    return book();
  }

  @Mutation(() => ReturnBookResult, { description: 'Guarded.' })
  @UseGuards(NobodyGuard)
  guardedForbidden(): BookView {
    return book();
  }

  @Mutation(() => ReturnBookResult, { description: 'Guarded by a plain false.' })
  @UseGuards(NobodyGuard)
  guardedFalse(): BookView {
    return book();
  }
}

@Controller('v1/books')
export class LibraryController {
  @Get('refused')
  refused(): void {
    throw new AlreadyLent({ path: 'to', details: { holder: 'Li' }, retryAfter: 2.2 });
  }

  @Get()
  list(@QueryString() query: ListQuery): ListOf<BookView> {
    const { first, after } = pageInput(query);
    const start = after ? (positionOf(after, 1)[0] as number) + 1 : 0;
    const rows = Array.from({ length: first + 1 }, (_, n) => n + start).filter((n) => n < 25);
    return listOf(
      cutToPage(rows, first, (n) => [n]),
      book,
    );
  }

  @Get('broken')
  broken(): void {
    throw new Error('select secret from vault');
  }

  @Get(':id')
  one(@Param('id', idOf('document')) id: string): { id: string } {
    return { id };
  }

  @Post()
  lend(@Body() input: LendInput): { fen: string; bookId: string } {
    return { fen: String(input.rows.reduce((sum, row) => sum + row.amountFen, 0n)), bookId: input.bookId };
  }

  @Post('batch')
  @BodyLimit(BATCH_BODY_LIMIT)
  batch(@Body() body: { rows: unknown[] }): { rows: number } {
    return { rows: body.rows.length };
  }

  @Post('files')
  async file(@Req() request: FastifyRequest) {
    const { filename, mediaType, bytes, fields } = await readUpload(request, 'document');
    return { filename, mediaType, size: bytes.length, fields };
  }

  @Post('tables')
  async table(@Req() request: FastifyRequest) {
    return { mediaType: (await readUpload(request, 'table')).mediaType };
  }
}

@Module({
  imports: [GraphqlPlatformModule.forRoot({ production: false, autoSchemaFile: false, jit: { after: 2 } })],
  controllers: [LibraryController],
  providers: [LibraryResolver],
})
export class LibraryModule {}
