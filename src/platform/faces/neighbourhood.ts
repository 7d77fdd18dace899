import { isIP } from 'node:net';

/**
 * What counts as one network address: an IPv4 address whole, of an IPv6 address the first 64 bits, because every customer of
 * a provider has as many addresses below them as it likes. An IPv4 address written as IPv6 is the IPv4 address.
 */
export function neighbourhood(address: string): string {
  const bare = address.split('%', 1)[0]!;
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(':')}::/64`;
}

/** The eight groups of an IPv6 address in any spelling. */
function groupsOf(address: string): number[] {
  // A URL spells an address in one way only: an IPv4 tail as two groups, and one run of zeros left out.
  const spelled = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before, after] = spelled.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const missing = after === undefined ? 0 : 8 - before!.length - after.length;
  return [...before!, ...Array<string>(missing).fill('0'), ...(after ?? [])].map((group) => Number.parseInt(group, 16));
}
