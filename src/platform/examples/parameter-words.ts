import { ID_PREFIX, type IdKind } from '../../kernel/index.js';
import { ID_KINDS } from './view-examples.js';

const ULID = '01JABCDEFGHJKMNPQRSTVWXYZ0';

/** What a parameter of a path names, when its operation does not say: `caseId` is the case. */
export function parameterWords(name: string): string | undefined {
  const kind = kindOf(name);
  return kind && `The ${kind.replace(/[A-Z]/g, ' $&').toLowerCase()}, ${ID_PREFIX[kind]}_….`;
}

/** An id of the kind a parameter is named after. */
export function idExample(name: string): string | undefined {
  const kind = kindOf(name);
  return kind && `${ID_PREFIX[kind]}_${ULID}`;
}

/** An id of the kind that a description shows: "The batch, bat_…." */
export function idInWords(description: string): string | undefined {
  const prefix = /\b([a-z]{2,5})_…/.exec(description)?.[1];
  return prefix && `${prefix}_${ULID}`;
}

function kindOf(name: string): IdKind | undefined {
  const word = name.replace(/Id$/, '');
  if (word === name) return undefined;
  return ID_KINDS[word] ?? (word in ID_PREFIX ? (word as IdKind) : undefined);
}
