import { applyDecorators, Controller, Get, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { HALL_ACCESS } from '../../casework/hall/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, CurrentBearer, type ShownBearer } from '../../platform/access/index.js';
import { Answers, idOf, listOf, Refuses } from '../../platform/faces/index.js';
import { CursorTooOld } from '../feed/index.js';
import { EventStream } from './event-stream.js';
import { EventListQuery, EventStreamQuery, FollowQuery, type StreamHeaders, startOf } from './live.query.js';
import { TooManyStreams } from './live.refusals.js';
import { hallEventView, LiveEventView, liveEventView } from './live-event.graphql.js';
import { IMPORT_ACCESS, LiveFeed, OWN_EVENTS_ACCESS } from './live-feed.service.js';

/** The part of the reply that sets headers. */
interface Reply {
  header(name: string, value: string): unknown;
}

const LAST_EVENT_ID = ApiHeader({
  name: 'Last-Event-ID',
  required: false,
  description: 'The `id` of the last event you received, as an EventSource sends it; takes precedence over `since`.',
});
const STREAM = { description: 'Server-sent events: `id` is the cursor, `event` the type, `data` a LiveEvent as JSON.' };
/** Documents an answer of server-sent events. */
function AnswersStream() {
  const refuses = Refuses(CursorTooOld, TooManyStreams);
  return applyDecorators(Answers('events', STREAM), refuses, LAST_EVENT_ID, ApiProduces('text/event-stream'));
}

@ApiTags('events')
@Controller('v1')
export class LiveController {
  constructor(private readonly live: LiveFeed) {}

  @Get('events')
  @ApiOperation({ operationId: 'listEvents', summary: "The organisation's own events, oldest first, for polling." })
  @Refuses(CursorTooOld)
  @Answers(LiveEventView, { list: true, description: 'One page.' })
  @Access(OWN_EVENTS_ACCESS)
  async list(@CurrentActor() actor: Actor, @Query() query: EventListQuery) {
    const request = { after: query.cursor, since: query.since, types: query.types, path: 'cursor' };
    return listOf(await this.live.page(actor, query.limit, request), liveEventView);
  }

  @Get('events/stream')
  @ApiOperation({ operationId: 'streamEvents', summary: "The organisation's own events as they happen." })
  @AnswersStream()
  @Access(OWN_EVENTS_ACCESS)
  async own(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Query() query: EventStreamQuery,
    @Headers() headers: StreamHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const request = { ...startOf(query, headers), types: query.types };
    const subscription = await this.live.own({ actor, bearer }, request);
    return streamed(reply, new EventStream(subscription, liveEventView, headers['accept-language']));
  }

  @Get('hall/events/stream')
  @ApiOperation({ operationId: 'streamHallEvents', summary: 'Cases that enter and leave the hall, as it happens.' })
  @AnswersStream()
  @Access(HALL_ACCESS)
  async hall(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Query() query: EventStreamQuery,
    @Headers() headers: StreamHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const request = { ...startOf(query, headers), types: query.types };
    const { subscription, sight } = await this.live.hall({ actor, bearer }, request);
    const view = (event: Parameters<typeof hallEventView>[0]) => hallEventView(event, sight);
    return streamed(reply, new EventStream(subscription, view, headers['accept-language']));
  }

  @Get('case-batches/:batchId/events/stream')
  @ApiOperation({ operationId: 'streamCaseBatchEvents', summary: 'The progress of a batch; ends when it is finished.' })
  @AnswersStream()
  @Access(IMPORT_ACCESS)
  async batch(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Param('batchId', idOf('batch')) batchId: string,
    @Query() query: FollowQuery,
    @Headers() headers: StreamHeaders,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const subscription = await this.live.batch({ actor, bearer }, batchId, startOf(query, headers));
    const isLast = ({ type }: { type: string }) => type === 'import.finished';
    return streamed(reply, new EventStream(subscription, liveEventView, headers['accept-language'], isLast));
  }
}

/** Forbids proxies to store, change or buffer the stream. */
function streamed(reply: Reply, stream: EventStream): StreamableFile {
  reply.header('cache-control', 'no-store, no-transform');
  reply.header('x-accel-buffering', 'no');
  // The connection is not reused, so that a process that ends need not wait for it.
  reply.header('connection', 'close');
  return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
}
