import fc from 'fast-check';
import { BlindIndex } from './blind-index.js';
import { FieldCipher } from './field-cipher.js';
import { KeyRing } from './key-ring.js';

const ring = KeyRing.ofOne(Buffer.alloc(32, 7));
const cipher = new FieldCipher(ring);
const place = fc.tuple(fc.constantFrom('cases', 'members'), fc.constantFrom('phone', 'name'), fc.uuid());

describe('FieldCipher', () => {
  it('opens what it sealed, never twice the same bytes', () => {
    fc.assert(
      fc.property(place, fc.string({ unit: 'grapheme' }), ([table, column, row], text) => {
        const [one, two] = [cipher.seal(table, column, row, text), cipher.seal(table, column, row, text)];
        expect(cipher.open(table, column, row, one)).toBe(text);
        expect(one.equals(two)).toBe(false);
        if (text.length > 3) expect(one.includes(Buffer.from(text))).toBe(false);
      }),
    );
  });

  it('opens nowhere else, and not after a single changed bit', () => {
    fc.assert(
      fc.property(place, place, fc.nat(), (from, to, flip) => {
        const sealed = cipher.seal(...from, '13800138000');
        if (from.join() !== to.join()) expect(() => cipher.open(...to, sealed)).toThrow();
        const changed = Buffer.from(sealed);
        changed[flip % changed.length]! ^= 1;
        expect(() => cipher.open(...from, changed)).toThrow();
      }),
    );
    expect(() => cipher.open('cases', 'phone', 'x', Buffer.alloc(0))).toThrow('not a sealed value');
  });

  it('opens under no other master key', () => {
    const other = new FieldCipher(KeyRing.ofOne(Buffer.alloc(32, 8)));
    expect(() => other.open('cases', 'phone', 'x', cipher.seal('cases', 'phone', 'x', 'secret'))).toThrow();
  });
});

describe('BlindIndex', () => {
  const index = new BlindIndex(ring);

  it('is equal for equal values of one column only', () => {
    expect(index.of('cases.debtor_phone', '13800138000')).toEqual(index.of('cases.debtor_phone', '13800138000'));
    expect(index.of('cases.debtor_phone', '13800138000')).not.toEqual(index.of('members.phone', '13800138000'));
    expect(index.of('cases.debtor_phone', '13800138000')).not.toEqual(index.of('cases.debtor_phone', '13800138001'));
    expect(index.of('cases.debtor_phone', '1')).toHaveLength(32);
  });
});
