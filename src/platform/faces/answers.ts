import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { ApiResponse } from '@nestjs/swagger';

interface AnswerOptions {
  /** What the answer is. */
  description: string;
  /** HTTP status of success; 200 by default. */
  status?: number;
  /** One page of them: `{ data, nextCursor, hasMore }`. */
  list?: boolean;
}

const LIST = 'List';
const CONTENTS = { type: 'string', format: 'binary' } as const;
const EVENTS = { type: 'string' } as const;
const answered = new Map<string, Type>();

/**
 * The successful answer of a REST operation and its status: `@Answers(GrabView, { status: 201, description })`. The view is
 * an @ObjectType of the GraphQL face and openapi.yaml takes its schema from there, so that nothing is described twice.
 * `'contents'` is a file and `'events'` a stream of text, of the media types that @ApiProduces names.
 */
export function Answers(view: Type | 'contents' | 'events', options: AnswerOptions): MethodDecorator {
  const { status = 200, list = false, description } = options;
  return applyDecorators(HttpCode(status), ApiResponse({ status, description, schema: schemaOf(view, list) }));
}

function schemaOf(view: Type | 'contents' | 'events', list: boolean) {
  if (view === 'contents') return CONTENTS;
  return view === 'events' ? EVENTS : { $ref: `#/components/schemas/${componentOf(view, list)}` };
}

/** Every view that some operation answers. */
export function answeredViews(): Type[] {
  return [...answered.values()];
}

/** The view type a list component is a page of; undefined for the name of anything else. */
export function listedIn(component: string): string | undefined {
  const name = component.endsWith(LIST) ? component.slice(0, -LIST.length) : '';
  return answered.has(name) ? name : undefined;
}

function componentOf(view: Type, list: boolean): string {
  const name = TypeMetadataStorage.getObjectTypeMetadataByTarget(view)?.name;
  if (name === undefined) throw new Error(`${view.name} is no @ObjectType, so nothing describes it`);
  answered.set(name, view);
  return list ? name + LIST : name;
}
