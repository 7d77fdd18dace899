import { registerEnumType } from '@nestjs/graphql';

/** An enum whose GraphQL names are the words used everywhere else, each with what it means, registered once. */
export function wordsEnum<W extends string>(
  name: string,
  description: string,
  meanings: Record<W, string>,
): Record<W, W> {
  const words = Object.entries<string>(meanings) as [W, string][];
  const members = Object.fromEntries(words.map(([word]) => [word, word])) as Record<W, W>;
  const valuesMap = Object.fromEntries(words.map(([word, meaning]) => [word, { description: meaning }]));
  registerEnumType(members, { name, description, valuesMap: valuesMap as Record<W, { description: string }> });
  return members;
}
