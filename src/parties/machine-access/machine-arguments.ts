import type { PipeTransform } from '@nestjs/common';
import { InvalidInput } from '../../kernel/index.js';
import { ADDRESSES_MAX } from './addresses.policy.js';

/** Thirty days: long enough for any change window, short enough to be remembered. */
const LONGEST_OVERLAP = 720;
export const OVERLAP = `For how many hours the one until now goes on working, 0 to ${LONGEST_OVERLAP}.`;
export const ADDRESSES = `IP addresses and networks such as 203.0.113.0/24, at most ${ADDRESSES_MAX}; empty for anywhere.`;

export const overlapHours: PipeTransform<number, number> = {
  transform(hours) {
    if (Number.isInteger(hours) && hours >= 0 && hours <= LONGEST_OVERLAP) return hours;
    throw new InvalidInput({ path: 'overlapHours', details: { reason: `must be 0 to ${LONGEST_OVERLAP}` } });
  },
};

export const addressList: PipeTransform<string[], string[]> = {
  transform(addresses) {
    if (addresses.length <= ADDRESSES_MAX) return addresses;
    throw new InvalidInput({ path: 'addresses', details: { reason: `must be at most ${ADDRESSES_MAX}` } });
  },
};
