import fc from 'fast-check';
import { admitsOf, coarseAddress, networksFrom, plainAddress } from './addresses.policy.js';

const v4 = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(255))).map((parts) => parts.join('.'));
const v6 = fc
  .tuple(...Array.from({ length: 8 }, () => fc.nat(0xffff)))
  .map((groups) => groups.map((group) => group.toString(16)).join(':'));
const admits = (networks: string[], address: string | undefined) => admitsOf(networks)!(address);

describe('address lists', () => {
  it('let everybody in when they are empty', () => {
    expect(admitsOf([])).toBeUndefined();
  });

  it.each([
    ['203.0.113.7', '203.0.113.7/32'],
    [' 203.0.113.0/24 ', '203.0.113.0/24'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::ffff:203.0.113.0/120', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.7/32'],
    ['::ffff:cb00:7107', '203.0.113.7/32'],
    ['0:0:0:0:0:FFFF:203.0.113.0/120', '203.0.113.0/24'],
    ['64:ff9b::203.0.113.7', '64:ff9b::203.0.113.7/128'],
  ])('keep %j as %s', (given, kept) => {
    expect(networksFrom([given])).toEqual({ networks: [kept] });
  });

  it.each([
    '',
    'office',
    '203.0.113',
    '203.0.113.7/33',
    '203.0.113.7/-1',
    '1.2.3.4/8/8',
    '0.0.0.0/0',
    '::/0',
    '::ffff:1.2.3.4/95',
    'fe80::1%eth0',
    '1.2.3.4/1e1',
    '010.0.0.1',
  ])('refuse %j and say which entry it was', (wrong) => {
    expect(networksFrom(['10.0.0.0/8', wrong])).toEqual({ wrong: 1 });
  });

  it('keep an entry once', () => {
    expect(networksFrom(['10.0.0.1', '10.0.0.1/32', '::ffff:10.0.0.1'])).toEqual({ networks: ['10.0.0.1/32'] });
  });

  it('let an address into every network around it, and nobody without one', () => {
    fc.assert(
      fc.property(v4, fc.integer({ min: 1, max: 32 }), (address, prefix) => {
        expect(admits([`${address}/${prefix}`], address)).toBe(true);
        expect(admits([`${address}/${prefix}`], undefined)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(v6, fc.integer({ min: 1, max: 128 }), (address, prefix) => {
        expect(admits([`${address}/${prefix}`], address)).toBe(true);
      }),
    );
  });

  it('compare the bits of the prefix and no others', () => {
    const bitsOf = (address: string) =>
      address
        .split('.')
        .map((part) => Number.parseInt(part, 10).toString(2).padStart(8, '0'))
        .join('');
    fc.assert(
      fc.property(v4, v4, fc.integer({ min: 1, max: 32 }), (network, address, prefix) => {
        const same = bitsOf(network).slice(0, prefix) === bitsOf(address).slice(0, prefix);
        expect(admits([`${network}/${prefix}`], address)).toBe(same);
      }),
    );
  });

  it('take an IPv4 address in IPv6 clothes for what it is, both ways', () => {
    fc.assert(
      fc.property(v4, v4, (network, address) => {
        const plain = admits([`${network}/16`], address);
        expect(admits([`${network}/16`], `::ffff:${address}`)).toBe(plain);
        expect(admits(['::/1'], `::ffff:${address}`)).toBe(false);
      }),
    );
  });

  it.each(['unknown', '', '203.0.113.7, 10.0.0.1', '203.0.113.7:443'])('do not take %j for an address', (text) => {
    expect(plainAddress(text)).toBeUndefined();
    expect(admits(['203.0.113.0/24'], text)).toBe(false);
  });

  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2::3', '2001:db8:1::/48'],
    ['2001:db8::', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', null],
    [undefined, null],
  ])('note %j as %j', (address, coarse) => {
    expect(coarseAddress(address)).toBe(coarse);
  });
});
