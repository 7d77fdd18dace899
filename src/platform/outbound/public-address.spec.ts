import fc from 'fast-check';
import { isOwnAddress, isPublicAddress } from './public-address.js';

const octets = (...parts: fc.Arbitrary<number>[]) => fc.tuple(...parts).map((bytes) => bytes.join('.'));
const any = fc.integer({ min: 0, max: 255 });
const is = (byte: number) => fc.constant(byte);
const within = (min: number, max: number) => fc.integer({ min, max });

const PRIVATE_V4: Record<string, fc.Arbitrary<string>> = {
  'this network': octets(is(0), any, any, any),
  'ten net': octets(is(10), any, any, any),
  'carrier-grade NAT': octets(is(100), within(64, 127), any, any),
  loopback: octets(is(127), any, any, any),
  'link-local': octets(is(169), is(254), any, any),
  'private class B': octets(is(172), within(16, 31), any, any),
  'private class C': octets(is(192), is(168), any, any),
  benchmark: octets(is(198), within(18, 19), any, any),
  'documentation 1': octets(is(192), is(0), is(2), any),
  'documentation 2': octets(is(198), is(51), is(100), any),
  'documentation 3': octets(is(203), is(0), is(113), any),
  multicast: octets(within(224, 239), any, any, any),
  reserved: octets(within(240, 255), any, any, any),
};

describe('an address', () => {
  it.each(Object.entries(PRIVATE_V4))(
    'of %s is never public, nor is it when an IPv6 address stands for it',
    (_, range) => {
      fc.assert(
        fc.property(range, (address) => {
          const hex = address.split('.').map((byte) => Number.parseInt(byte, 10).toString(16).padStart(2, '0'));
          const [a, b] = [hex.slice(0, 2).join(''), hex.slice(2).join('')];
          const disguises = [
            address,
            `::ffff:${address}`,
            `::ffff:${a}:${b}`,
            `::${a}:${b}`,
            `64:ff9b::${a}:${b}`,
            `64:ff9b:1::${a}:${b}`,
            `2002:${a}:${b}::1`,
            `2001:0:${a}:${b}::1`,
          ];
          expect(disguises.filter(isPublicAddress)).toEqual([]);
        }),
      );
    },
  );

  it.each([
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'fec0::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '2606:4700::1%lo',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16.',
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
  ])('written %s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0'])(
    '%s beside those ranges is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['198.17.255.255', '198.20.0.0', '223.255.255.255', '2606:4700:4700::1111', '2001:200::1', '2400:3200::1'])(
    '%s is public as well',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it('is one of our own in loopback and private networks only', () => {
    const own = ['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '::1', 'fd12::1'];
    expect(own.filter((address) => !isOwnAddress(address))).toEqual([]);
    const others = ['128.0.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '172.32.0.1', '8.8.8.8'];
    const others6 = [
      '::2',
      '::',
      '::ffff:127.0.0.1',
      '::7f00:1',
      'fe80::1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '::1%lo',
    ];
    expect([...others, ...others6, 'localhost', ''].filter(isOwnAddress)).toEqual([]);
  });
});
