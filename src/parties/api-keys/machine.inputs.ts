import type { PipeTransform } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type Actor, SCOPE_NAMES, type Scope, scopesFrom } from '../../kernel/access/index.js';
import { invalid } from '../../kernel/index.js';
import { ADDRESSES_MAX, networksFrom } from './addresses.policy.js';
import { invalidNetwork } from './api-key.refusals.js';

/** Something visible, and no control characters: names end up in lists and logs. */
const NAME = /^(?=.*[^\s])[^\p{Cc}]*$/u;
const NETWORKS = `IP addresses and networks such as 203.0.113.0/24, at most ${ADDRESSES_MAX}`;

/** What every machine's credentials have: a name, scopes, and where it may come from. */
@InputType({ isAbstract: true })
export abstract class MachineInput {
  @Field(() => String, { description: 'What to call it, at most 100 characters.' })
  @IsString()
  @MaxLength(100)
  @Matches(NAME, { message: 'name must not be empty' })
  name!: string;

  @Field(() => [String], { description: `What it may do: ${SCOPE_NAMES.join(', ')}.` })
  @IsIn(SCOPE_NAMES, { each: true, message: `scopes must be among ${SCOPE_NAMES.join(', ')}` })
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPE_NAMES.length)
  scopes!: string[];

  @Field(() => [String], {
    nullable: true,
    description: `Where it may be used from: ${NETWORKS}; left out for anywhere.`,
  })
  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(ADDRESSES_MAX)
  addresses?: string[] | null;
}

/** Thirty days: long enough for any change window, short enough to be remembered. */
const LONGEST_OVERLAP = 720;
export const OVERLAP = `For how many hours the one until now goes on working, 0 to ${LONGEST_OVERLAP}.`;
export const ADDRESSES = `${NETWORKS}; empty for anywhere.`;

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

/** The asked scopes as they are kept; refuses what the actor's organisation cannot give. */
export function checkedScopes(actor: Actor, asked: readonly string[]): Scope[] {
  const scopes = scopesFrom(actor.organisationKind, asked);
  if (scopes) return scopes;
  const possible = SCOPE_NAMES.filter((scope) => scopesFrom(actor.organisationKind, [scope]));
  throw invalid('ONE_OR_MORE_OF', { path: 'scopes', values: possible.join(', ') });
}

/** The asked networks as they are kept; refuses the first entry that is none. */
export function checkedNetworks(asked: readonly string[]): string[] {
  const read = networksFrom(asked);
  if ('networks' in read) return read.networks;
  throw invalidNetwork('NOT_A_NETWORK', { path: `addresses[${read.wrong}]` });
}
