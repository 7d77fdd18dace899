import type { PipeTransform } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { type Actor, SCOPE_NAMES, type Scope, scopesFrom } from '../../kernel/access/index.js';
import { invalid } from '../../kernel/index.js';
import { NameField, TextsField } from '../../platform/faces/index.js';
import { ADDRESSES_MAX, networksFrom } from './addresses.policy.js';
import { invalidNetwork } from './api-key.refusals.js';

const NETWORKS = `IP addresses and networks such as 203.0.113.0/24, at most ${ADDRESSES_MAX}`;

/** The fields of every machine credential: name, scopes, and the networks it may be used from. */
@InputType({ isAbstract: true })
export abstract class MachineInput {
  @NameField({ max: 100, description: 'Its name, at most 100 characters.' }) name!: string;
  @TextsField({
    ...{ among: SCOPE_NAMES, minItems: 1, maxItems: SCOPE_NAMES.length },
    description: `Its scopes, at least one: ${SCOPE_NAMES.join(', ')}.`,
  })
  scopes!: string[];
  @TextsField({
    nullable: true,
    maxItems: ADDRESSES_MAX,
    description: `Where it may be used from: ${NETWORKS}; left out or empty means any address.`,
  })
  addresses?: string[] | null;
}

/** Hours: thirty days, long enough for any change window, short enough to be remembered. */
const LONGEST_OVERLAP = 720;
export const OVERLAP = `Hours for which the old one still works, 0 to ${LONGEST_OVERLAP}.`;
export const ADDRESSES = `${NETWORKS}; empty means any address.`;

export const overlapHours: PipeTransform<number, number> = {
  transform(hours) {
    if (Number.isInteger(hours) && hours >= 0 && hours <= LONGEST_OVERLAP) return hours;
    throw invalid('WITHIN', { path: 'overlapHours', least: 0, most: LONGEST_OVERLAP });
  },
};

export const addressList: PipeTransform<string[], string[]> = {
  transform(addresses) {
    if (addresses.length <= ADDRESSES_MAX) return addresses;
    throw invalid('AT_MOST', { path: 'addresses', most: ADDRESSES_MAX });
  },
};

/** The requested scopes as they are stored; refuses scopes that the actor's organisation cannot give. */
export function checkedScopes(actor: Actor, requested: readonly string[]): Scope[] {
  const scopes = scopesFrom(actor.organisationKind, requested);
  if (scopes) return scopes;
  const possible = SCOPE_NAMES.filter((scope) => scopesFrom(actor.organisationKind, [scope]));
  throw invalid('ONE_OR_MORE_OF', { path: 'scopes', values: possible.join(', ') });
}

/** The networks as they are stored; refuses the first entry that is not a network. */
export function checkedNetworks(entries: readonly string[]): string[] {
  const read = networksFrom(entries);
  if ('networks' in read) return read.networks;
  throw invalidNetwork('NOT_A_NETWORK', { path: `addresses[${read.wrong}]` });
}
