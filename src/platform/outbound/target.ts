import { isIP } from 'node:net';

/** Why a URL is not called, by its text alone. */
export type TargetFault =
  | 'NOT_A_URL'
  | 'NOT_HTTPS'
  | 'CREDENTIALS'
  | 'FRAGMENT'
  | 'ODD_ADDRESS'
  | 'NO_PUBLIC_NAME'
  | 'PORT';

const PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };
/** Lower ports belong to the services of a machine; a receiver uses the port of the scheme or one from here on. */
const LEAST_OWN_PORT = 1_024;
/** Names that never mean a host of the public internet (RFC 6761, RFC 8375, RFC 9476 and what clouds use inside). */
const INSIDE =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|arpa|test|invalid|onion|alt)$/;
const AUTHORITY = /^https?:\/\/([^/?#\\]*)/i;

/**
 * What is wrong with a URL as a target, by its text alone; undefined when nothing is. `allowPrivate` lets
 * http and names of private networks pass. What the host resolves to is looked at again for every request.
 */
export function targetFault(text: string, allowPrivate: boolean): TargetFault | undefined {
  // The URL parser mends what it can (backslashes, blanks, tabs); an address that needs mending is not taken.
  const authority = AUTHORITY.exec(text)?.[1];
  if (!/^[\x21-\x7e]+$/.test(text) || text.includes('\\') || !URL.canParse(text)) return 'NOT_A_URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'NOT_HTTPS';
  if (!authority) return 'NOT_A_URL';
  if (authority.includes('@')) return 'CREDENTIALS';
  if (text.includes('#')) return 'FRAGMENT';
  const port = portOf(url);
  const fitting = port === PORTS[url.protocol] || port >= LEAST_OWN_PORT;
  return hostFault(url, authority, allowPrivate) ?? (fitting ? undefined : 'PORT');
}

function hostFault(url: URL, authority: string, allowPrivate: boolean): TargetFault | undefined {
  const host = hostOf(url);
  const written = authority.replace(/:\d*$/, '').toLowerCase();
  // 2130706433, 0x7f.1, 017700000001: the parser reads each as 127.0.0.1, and an attacker may write any of them.
  if (isIP(host) === 4 && written !== host) return 'ODD_ADDRESS';
  if (isIP(host) !== 0 || allowPrivate) return undefined;
  return host.includes('.') && !host.endsWith('.') && !INSIDE.test(host) ? undefined : 'NO_PUBLIC_NAME';
}

/** The host of a URL as sockets want it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port a URL means. */
function portOf(url: URL): number {
  return url.port === '' ? PORTS[url.protocol]! : Number.parseInt(url.port, 10);
}
