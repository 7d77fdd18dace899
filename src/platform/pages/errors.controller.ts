import { Controller, Get, Module, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { errorCatalogue, NotFound } from '../../kernel/index.js';
import { Public } from '../access/index.js';
import { Answers } from '../faces/answers.js';
import type { ListOf } from '../faces/list.js';
import { ErrorView, errorView } from './error.view.js';

/** The error catalogue for machines; people read it at `/errors`. */
@ApiTags('errors')
@Controller('v1/errors')
export class ErrorsController {
  @Get()
  @ApiOperation({ operationId: 'listErrors', summary: 'Every error code, explained in both languages.' })
  @Answers(ErrorView, { list: true, description: 'All of them on one page.' })
  @Public()
  list(): ListOf<ErrorView> {
    return { data: errorCatalogue().map(errorView), nextCursor: null, hasMore: false };
  }

  @Get(':code')
  @ApiOperation({ operationId: 'getError', summary: 'One error code, explained in both languages.' })
  @ApiParam({ name: 'code', description: 'The code, in capitals.', example: 'CASE_ALREADY_GRABBED' })
  @Answers(ErrorView, { description: 'What it means and what to do.' })
  @Public()
  one(@Param('code') code: string): ErrorView {
    const entry = errorCatalogue().find((known) => known.code === code);
    if (!entry) throw new NotFound({ path: 'code' });
    return errorView(entry);
  }
}

@Module({ controllers: [ErrorsController] })
export class ErrorsModule {}
