import openapiTS, { astToString } from 'openapi-typescript';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** TypeScript of the REST face: openapi-typescript's, with amounts as the client gives them, bigint. */
export async function restTypes(document) {
  // What comes to webhooks is in `events.ts`; nobody calls it.
  const { webhooks: _, ...called } = structuredClone(document);
  const text = astToString(await openapiTS(called));
  return text.replaceAll(/(\w*Fen\??: )string/g, '$1bigint');
}

/** Where each operation lives, for the client to find at run time. */
export function restRoutes(document) {
  const routes = operationsOf(document).map(({ id, verb, path }) => `  ${id}: ['${verb.toUpperCase()}', '${path}'],`);
  return `/** Method and path of every REST operation. */
export const routes = {
${routes.join('\n')}
} as const satisfies Record<keyof operations, readonly [method: string, path: string]>;
`;
}

export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    VERBS.filter((verb) => item[verb]).map((verb) => ({
      id: item[verb].operationId,
      verb,
      path,
      operation: item[verb],
    })),
  );
}

/** Every code a refusal can have, with its words in English. */
export function refusalCodes(document) {
  const codes = Object.entries(document.components['x-refusals']).map(
    ([code, { en }]) => `  /** ${en} */\n  | '${code}'`,
  );
  return `/** The codes with which the platform says no. */
export type RefusalCode =
${codes.join('\n')};
`;
}
