import { ID_PREFIX, type IdKind, sampleId } from '../kernel/index.js';

/** Ids whose field or parameter is not named by their kind. */
export const ID_KINDS: Readonly<Record<string, IdKind>> = {
  creditor: 'organisation',
  provider: 'organisation',
  reporter: 'organisation',
  reference: 'repayment',
  line: 'entry',
  change: 'lineChange',
  appeal: 'standingAppeal',
  client: 'oauthClient',
  connection: 'erpConnection',
  run: 'erpRun',
  endpoint: 'webhookEndpoint',
  delivery: 'webhookDelivery',
  replay: 'webhookReplay',
};

/** The description of a path parameter, when its operation has none: `caseId` is the case. */
export function parameterWords(name: string): string | undefined {
  const kind = kindOf(name);
  return kind && `The ${kind.replace(/[A-Z]/g, ' $&').toLowerCase()}, ${ID_PREFIX[kind]}_….`;
}

/** An id of the kind a parameter is named after. */
export function idExample(name: string): string | undefined {
  const kind = kindOf(name);
  return kind && sampleId(kind);
}

function kindOf(name: string): IdKind | undefined {
  const word = name.replace(/Id$/, '');
  if (word === name) return undefined;
  return ID_KINDS[word] ?? (word in ID_PREFIX ? (word as IdKind) : undefined);
}
