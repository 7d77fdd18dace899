import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { Config } from '../config/config.js';
import type { HostLookup } from './host-lookup.js';
import { Reach } from './reach.js';

/** A reach whose DNS answers every name alike. */
const reach = (outboundAllowPrivate: boolean, addresses: readonly string[] = []) =>
  new Reach({ addressesOf: async () => addresses } as unknown as HostLookup, { outboundAllowPrivate } as Config);
const fateOf = (work: Promise<string[]>) =>
  work.then(
    (addresses) => addresses.join(' '),
    ({ message }: Error) => message,
  );

const byte = fc.integer({ min: 0, max: 255 });
const net = (...fixed: (number | [number, number])[]) =>
  fc.tuple(
    ...[0, 1, 2, 3].map((at) => {
      const part = fixed[at];
      if (part === undefined) return byte;
      return typeof part === 'number' ? fc.constant(part) : fc.integer({ min: part[0], max: part[1] });
    }),
  );
const PRIVATE_V4 = fc.oneof(
  ...[net(0), net(10), net(127), net(100, [64, 127]), net(169, 254), net(172, [16, 31]), net(192, 168)],
  ...[net(198, [18, 19]), net(192, 0, 2), net(198, 51, 100), net(203, 0, 113), net([224, 255])],
);
const PRIVATE_V6 = fc
  .tuple(fc.constantFrom('fc00', 'fdff', 'fe80', 'febf', 'fec0', 'ff02', '100', '2001:db8', '3fff', '5f00'), byte)
  .map(([head, tail]) => `${head}::${tail.toString(16)}`);

/** An IPv4 address in every way somebody may write it into a URL. */
function forms(bytes: number[]): string[] {
  const [a, b, c, d] = bytes as [number, number, number, number];
  const hex = bytes.map((one) => one.toString(16).padStart(2, '0'));
  const [high, low] = [hex.slice(0, 2).join(''), hex.slice(2).join('')];
  const number = Number.parseInt(high + low, 16);
  const dotted = bytes.join('.');
  const v4 = [
    ...[dotted, `${dotted}.`, String(number), `0x${high}${low}`, `0${number.toString(8)}`],
    ...[bytes.map((one) => `0x${one.toString(16)}`).join('.'), bytes.map((one) => `0${one.toString(8)}`).join('.')],
    ...[`${a}.${(b << 16) | (c << 8) | d}`, `${a}.${b}.${(c << 8) | d}`, `0x${hex[0]}.${b}.${c}.0${d.toString(8)}`],
    ...[dotted.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))), dotted.replaceAll('.', '。')],
    dotted.replace(/\d/g, (digit) => `%3${digit}`),
  ];
  const v6 = [
    ...[
      `::ffff:${dotted}`,
      `::FFFF:${high}:${low}`,
      `0:0:0:0:0:ffff:${high}:${low}`,
      `::${dotted}`,
      `::${high}:${low}`,
    ],
    ...[`64:ff9b::${dotted}`, `64:ff9b::${high}:${low}`, `64:ff9b:1::${high}:${low}`],
    ...[`2002:${high}:${low}::1`, `2001:0:${high}:${low}::1`],
  ];
  return [...v4, ...v6.map((one) => `[${one}]`)];
}

describe('the reach of requests', () => {
  beforeAll(() => void jest.spyOn(Logger.prototype, 'warn').mockReturnValue());
  it('never has a private address in it, whatever textual form it takes', async () => {
    await fc.assert(
      fc.asyncProperty(PRIVATE_V4, async (bytes) => {
        for (const form of forms(bytes)) {
          expect([form, await fateOf(reach(false).addressesOf(`https://${form}/`))]).toEqual([
            ...[form, expect.stringMatching(/^ADDRESS_NOT_(ALLOWED: |PUBLIC$)/)],
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never has one in it by whatever name, though others stand beside it', async () => {
    const plain = (bytes: number[]) => forms(bytes).map((form) => form.replace(/^\[|\]$/g, ''));
    const inside = fc.oneof(
      PRIVATE_V4.chain((bytes) => fc.constantFrom(...plain(bytes))),
      PRIVATE_V6,
    );
    const outside = fc.array(fc.constantFrom('93.184.215.14', '2606:4700::1111'), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(inside, outside, outside, async (address, before, after) => {
        const named = reach(false, [...before, address, ...after]).addressesOf('https://erp.harbour.com/');
        expect(await fateOf(named)).toBe('ADDRESS_NOT_PUBLIC');
      }),
    );
  });

  it('never has a private IPv6 address in it', async () => {
    await fc.assert(
      fc.asyncProperty(PRIVATE_V6, async (address) => {
        const fate = await fateOf(reach(false).addressesOf(`https://[${address}]/`));
        expect(fate).toBe('ADDRESS_NOT_PUBLIC');
      }),
    );
  });

  it('has what is public in it, by address and by name', async () => {
    expect(await reach(false).addressesOf('https://93.184.215.14/')).toEqual(['93.184.215.14']);
    expect(await reach(false).addressesOf('https://[2606:4700::1111]/')).toEqual(['2606:4700::1111']);
    const both = ['93.184.215.14', '2606:4700::1111'];
    expect(await reach(false, both).addressesOf('https://erp.harbour.com/')).toEqual(both);
  });

  it('has private networks in it where that is allowed, there over http too; http goes nowhere else', async () => {
    for (const own of ['127.0.0.1', '10.0.0.7', '172.18.0.2', '192.168.1.1', '::1', 'fd00::7']) {
      for (const scheme of ['http', 'https']) {
        const host = own.includes(':') ? `[${own}]` : own;
        expect(await fateOf(reach(true).addressesOf(`${scheme}://${host}/`))).toBe(own);
        expect(await fateOf(reach(true, [own]).addressesOf(`${scheme}://odoo:8069/`))).toBe(own);
        expect(await fateOf(reach(false, [own]).addressesOf(`${scheme}://${host}/`))).toMatch(/^ADDRESS_NOT_/);
      }
    }
    const plain = 'ADDRESS_NOT_ALLOWED: NOT_HTTPS';
    expect(await fateOf(reach(true).addressesOf('http://93.184.215.14/'))).toBe(plain);
    expect(await fateOf(reach(true, ['93.184.215.14', '10.0.0.7']).addressesOf('http://erp.harbour.com/'))).toBe(plain);
    expect(await fateOf(reach(true, ['93.184.215.14']).addressesOf('https://erp.harbour.com/'))).toBe('93.184.215.14');
  });

  it('never has what clouds tell their secrets at in it, nor anything in disguise', async () => {
    for (const inside of [
      '169.254.169.254',
      '100.100.100.200',
      'fd00:ec2::254',
      'fd20:ce::254',
      '0.0.0.0',
      'fe80::1',
      '::ffff:127.0.0.1',
      '224.0.0.1',
    ]) {
      const refused = 'ADDRESS_NOT_PUBLIC';
      expect(await fateOf(reach(true, [inside]).addressesOf('http://erp.harbour.com/'))).toBe(refused);
    }
  });

  it('ends at a name that has no address', async () => {
    expect(await fateOf(reach(false).addressesOf('https://erp.harbour.com/'))).toBe('NAME_NOT_FOUND: no address');
    const refusing = {
      addressesOf: () => Promise.reject(Object.assign(new Error('queryA'), { code: 'ETIMEOUT' })),
    } as unknown as HostLookup;
    const asked = new Reach(refusing, { outboundAllowPrivate: false } as Config).addressesOf(
      'https://erp.harbour.com/',
    );
    expect(await fateOf(asked)).toBe('NAME_NOT_FOUND: ETIMEOUT');
  });
});
