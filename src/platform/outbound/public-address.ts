import { BlockList, isIP } from 'node:net';

type Ranges = readonly (readonly [net: string, prefix: number])[];

/**
 * Which addresses belong to the public internet. For IPv4 all except the special-purpose ranges of RFC 6890 and its
 * successors. For IPv6 only global unicast, without the ranges that stand for something else: those embed an IPv4 address
 * (6to4, Teredo, NAT64, v4-mapped), and through them a private one could be reached under another name.
 */
const NOT_PUBLIC_V4 = listOf('ipv4', [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and every cloud's metadata service
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
]);
const GLOBAL_UNICAST_V6 = listOf('ipv6', [['2000::', 3]]);
const NOT_PUBLIC_V6 = listOf('ipv6', [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
]);
/** The addresses of private networks. Link-local is left out: clouds serve their secrets there. */
const OWN_V4 = listOf('ipv4', [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]);
const OWN_V6 = listOf('ipv6', [
  ['::1', 128],
  ['fc00::', 7],
]);

/** Where clouds tell machines their secrets, inside the private networks: AWS and Google over IPv6. */
const SECRETS_V6 = listOf('ipv6', [
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
]);

function listOf(family: 'ipv4' | 'ipv6', ranges: Ranges): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, family);
  return list;
}

/** Whether an address in its usual form is one of the public internet. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const version = versionOf(address);
  if (version === 4) return !NOT_PUBLIC_V4.check(address, 'ipv4');
  return version === 6 && GLOBAL_UNICAST_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6');
}

/** Whether an address is this machine itself or one of a private network (RFC 1918, RFC 4193), by its own name only. */
export function isOwnAddress(address: string): boolean {
  const version = versionOf(address);
  if (version === 4) return OWN_V4.check(address, 'ipv4');
  return version === 6 && OWN_V6.check(address, 'ipv6') && !SECRETS_V6.check(address, 'ipv6');
}

/** 4, 6, or 0. A scope (`fe80::1%eth0`) only ever belongs to an address of this machine's own links: 0. */
function versionOf(address: string): number {
  return address.includes('%') ? 0 : isIP(address);
}
