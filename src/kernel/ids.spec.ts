import fc from 'fast-check';
import { newId, parsePublicId, publicId } from './ids.js';

/** The same number written the slow, obvious way. */
function base32(uuid: string): string {
  let value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let i = 0; i < 26; i += 1) {
    text = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}

describe('public ids', () => {
  it('are the uuid in 26 digits of base 32, and come back', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(publicId('case', uuid)).toBe(`case_${base32(uuid)}`);
        expect(parsePublicId('case', publicId('case', uuid))).toBe(uuid);
      }),
    );
  });

  it('sort like the uuids inside', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(publicId('grab', a) < publicId('grab', b)).toBe(a < b);
      }),
    );
  });

  it.each([
    '',
    'case_',
    'case_8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
    'grab_01M7ZZWR2FE00834WZMN1JCGNJ',
    'case_01M7ZZWR2FE00834WZMN1JCGN',
    'case_01m7zzwr2fe00834wzmn1jcgnj',
    42,
    null,
  ])('refuses %p as the id of a case', (text) => {
    expect(parsePublicId('case', text)).toBeUndefined();
  });
});

describe('new ids', () => {
  it('rise within one process and carry version 7', () => {
    let last = '';
    for (let i = 0; i < 10_000; i += 1) {
      const id = newId(1_700_000_000_000);
      expect(id > last).toBe(true);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      last = id;
    }
  });
});
