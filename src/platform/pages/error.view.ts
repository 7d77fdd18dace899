import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type ErrorEntry, errorAddress } from '../../kernel/index.js';
import { JsonObjectScalar } from '../faces/scalars.js';
import { exampleProblem } from './example-problem.js';

@ObjectType('Texts', { description: 'The same words in both languages.' })
export class TextsView {
  @Field(() => String, { description: 'In English.' }) en!: string;
  @Field(() => String, { description: 'In Chinese (zh-CN).' }) zh!: string;
}

@ObjectType('ErrorExplained', { description: 'One code of the error catalogue, explained.' })
export class ErrorView {
  @Field(() => String, { description: 'Stable and machine-readable; the same on both faces.' }) code!: string;
  @Field(() => Int, { description: 'The HTTP status of it on the REST face.' }) status!: number;
  @Field(() => String, { description: 'Path of the page that explains it; the `type` of its problem documents.' })
  address!: string;
  @Field(() => TextsView, { description: 'A short title, in both languages.' }) title!: TextsView;
  @Field(() => TextsView, { description: 'The message, with placeholders such as `{limit}` for figures.' })
  message!: TextsView;
  @Field(() => TextsView, { description: 'The rule behind it.' }) meaning!: TextsView;
  @Field(() => TextsView, { description: 'What the caller can do about it.' }) remedy!: TextsView;
  @Field(() => Boolean, { description: 'Whether the same request may succeed later, unchanged.' }) retry!: boolean;
  @Field(() => JsonObjectScalar, { description: 'A problem document with this code, in English.' })
  example!: Record<string, unknown>;
}

export function errorView(entry: ErrorEntry): ErrorView {
  const { code, status, title, message, meaning, remedy } = entry;
  const retry = entry.retry === 'later';
  const example = exampleProblem(entry, 'en') as unknown as Record<string, unknown>;
  return { code, status, title, message, meaning, remedy, retry, address: errorAddress(code), example };
}
