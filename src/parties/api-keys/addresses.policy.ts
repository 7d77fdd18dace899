import { BlockList, isIP } from 'node:net';

/** A network in CIDR notation, read. */
interface Network {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

export const ADDRESSES_MAX = 50;

/**
 * The address in the one form it is compared in: an IPv4 address that a dual-stack socket wrapped into IPv6 comes out as
 * IPv4, a zone (`fe80::1%eth0`) goes. `undefined` for what is no address.
 */
export function plainAddress(text: string | undefined): string | undefined {
  const address = text?.split('%')[0] ?? '';
  if (isIP(address) === 0) return undefined;
  return isIP(address) === 6 ? (wrappedIn(address) ?? address) : address;
}

/**
 * Addresses and networks as they are kept, `203.0.113.7` as `203.0.113.7/32`; or the first entry that is neither, or
 * that would let in the whole world, which is said by an empty list.
 */
export function networksFrom(entries: readonly string[]): { networks: string[] } | { wrong: number } {
  const networks = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const network = networkOf(entry.trim());
    if (!network) return { wrong: index };
    networks.add(`${network.address}/${network.prefix}`);
  }
  return { networks: [...networks] };
}

/** Whether an address lies in one of the networks, as a question that is asked often. A missing address lies in none. */
export function admitsOf(networks: readonly string[]): ((address: string | undefined) => boolean) | undefined {
  if (networks.length === 0) return undefined;
  // A list each, because one for both takes IPv4 addresses for a part of IPv6: `::/1` would let all of them in.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const text of networks) {
    const network = networkOf(text);
    if (network) lists[network.family].addSubnet(network.address, network.prefix, network.family);
  }
  return (asked) => {
    const address = plainAddress(asked);
    if (address === undefined) return false;
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    return lists[family].check(address, family);
  };
}

/** The network an address is noted by as a last use: enough to tell a data centre from another, no more. */
export function coarseAddress(text: string | undefined): string | null {
  const address = plainAddress(text);
  if (address === undefined) return null;
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  return `${groupsOf(address)
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}::/48`;
}

function networkOf(text: string): Network | undefined {
  const [host = '', bits, ...more] = text.split('/');
  if (more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const version = host.includes('%') ? 0 : isIP(host);
  if (version === 0) return undefined;
  const longest = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : Number.parseInt(bits, 10);
  const mapped = version === 6 ? wrappedIn(host) : undefined;
  if (mapped !== undefined) return within({ address: mapped, prefix: prefix - 96, family: 'ipv4' }, 32);
  return within({ address: host.toLowerCase(), prefix, family: version === 4 ? 'ipv4' : 'ipv6' }, longest);
}

function within(network: Network, longest: number): Network | undefined {
  return network.prefix >= 1 && network.prefix <= longest ? network : undefined;
}

/** The IPv4 address inside `::ffff:203.0.113.7`, however that is spelled. */
function wrappedIn(address: string): string | undefined {
  const groups = groupsOf(address);
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return undefined;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** The eight groups of an IPv6 address, `::` spelled out and a dotted end put into groups. */
function groupsOf(address: string): number[] {
  const undotted = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map((part) => Number.parseInt(part, 10));
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = undotted.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const missing = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...back];
}
