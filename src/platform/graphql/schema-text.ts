import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';

/** Prints the schema an application serves, once it is asked for and once only; undefined for one without GraphQL. */
export function schemaTextOf(app: INestApplicationContext): () => string | undefined {
  let text: string | undefined;
  return () => {
    text ??= printed(app);
    return text;
  };
}

function printed(app: INestApplicationContext): string | undefined {
  try {
    return `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost, { strict: false }).schema))}\n`;
  } catch {
    return undefined;
  }
}
