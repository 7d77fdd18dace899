import { BlockList, isIP } from 'node:net';

/** A parsed network in CIDR notation. */
interface Network {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

export const ADDRESSES_MAX = 50;

/**
 * The address in the form used for comparison: an IPv4 address that a dual-stack socket mapped into IPv6 becomes IPv4, and a
 * zone (`fe80::1%eth0`) is dropped. `undefined` when it is not an address.
 */
export function plainAddress(text: string | undefined): string | undefined {
  const address = text?.split('%')[0] ?? '';
  if (isIP(address) === 0) return undefined;
  return isIP(address) === 6 ? (wrappedIn(address) ?? address) : address;
}

/**
 * Addresses and networks as they are stored, `203.0.113.7` as `203.0.113.7/32`; or the index of the first entry that is
 * neither, or that admits every address, for which the list is left empty.
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

/** A test whether an address lies in one of the networks, built once for many calls. A missing address lies in none. */
export function admitsOf(networks: readonly string[]): ((address: string | undefined) => boolean) | undefined {
  if (networks.length === 0) return undefined;
  // One list per family, because a common one takes IPv4 addresses for a part of IPv6: `::/1` would admit all of them.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const entry of networks) {
    const network = networkOf(entry);
    if (network) lists[network.family].addSubnet(network.address, network.prefix, network.family);
  }
  return (text) => {
    const address = plainAddress(text);
    if (address === undefined) return false;
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    return lists[family].check(address, family);
  };
}

/** The network recorded for a last use: precise enough to distinguish data centres, no more. */
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

/** The IPv4 address inside `::ffff:203.0.113.7`, in any spelling. */
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
  const undotted = address.replace(/(?<!\d)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map((part) => Number.parseInt(part, 10));
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = undotted.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const missing = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...back];
}
