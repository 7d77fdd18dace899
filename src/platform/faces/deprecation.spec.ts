import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOperation, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { NotFound } from '../../kernel/refusals.js';
import { createApp } from '../app/create-app.js';
import { deprecationFault, deprecationHeaders, deprecationWords } from './deprecation.policy.js';
import { Deprecated } from './facts.js';

const NOTICE = { since: '2026-01-01', sunset: '2026-10-01', use: 'GET /v1/new' };

@Controller('v1')
class Old {
  @Get('old')
  @ApiOperation({ operationId: 'getOld', summary: 'The old way.' })
  @Deprecated(NOTICE)
  old(): object {
    return { old: true };
  }

  @Get('refusing')
  @Deprecated(NOTICE)
  refusing(): object {
    throw new NotFound();
  }

  @Get('new')
  fresh(): object {
    return {};
  }
}

@Module({ controllers: [Old] })
class OldModule {}

describe('the words of a deprecation', () => {
  it('say since when, until when and what to use, and can be read back', () => {
    const words = deprecationWords(NOTICE);
    expect(words).toBe('Deprecated since 2026-01-01, gone on 2026-10-01: use GET /v1/new.');
    expect(deprecationFault(words)).toBeUndefined();
  });

  it.each([
    [{ ...NOTICE, sunset: '2026-06-30' }, /less than 6 months/],
    [{ ...NOTICE, since: 'soon' }, /must be days/],
    [{ ...NOTICE, use: ' ' }, /what to use/],
  ])('keep the notice: %j', (notice, fault) => {
    expect(() => deprecationWords(notice)).toThrow(fault);
    expect(() => deprecationHeaders(notice)).toThrow(fault);
  });

  it('allow exactly six months', () => {
    expect(deprecationWords({ ...NOTICE, sunset: '2026-07-01' })).toContain('gone on 2026-07-01');
  });
});

describe('a deprecated operation', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createApp(OldModule, { logger: false });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it.each(['/v1/old', '/v1/refusing'])('says so in the header fields of every answer: %s', async (url) => {
    const { headers } = await app.inject({ method: 'GET', url });
    expect(headers).toMatchObject({
      deprecation: '@1767225600',
      sunset: 'Thu, 01 Oct 2026 00:00:00 GMT',
      link: '</reference>; rel="deprecation"; type="text/html"',
    });
    expect((await app.inject({ method: 'GET', url: '/v1/new' })).headers['deprecation']).toBeUndefined();
  });

  it('and in the contract, beside what it said of itself', () => {
    const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    expect(document.paths['/v1/old']?.get).toMatchObject({
      operationId: 'getOld',
      summary: 'The old way.',
      deprecated: true,
      description: deprecationWords(NOTICE),
    });
    expect(document.paths['/v1/new']?.get?.deprecated).toBeUndefined();
  });
});
