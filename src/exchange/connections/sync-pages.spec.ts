import type { ErpDocument } from '../erp/index.js';
import { allOf } from './sync-pages.js';

const document = (key: string) => ({ key }) as ErpDocument;
const KEYS = Array.from({ length: 60 }, (_, n) => `k${n}`);

describe('documents that are read again by their keys', () => {
  it('are those asked for, however few come at once', async () => {
    const byKeys = async (keys: readonly string[]) => [...keys.slice(0, 25).map(document), document('foreign')];
    expect((await allOf(KEYS, { byKeys })).map(({ key }) => key)).toEqual(KEYS);
  });

  it('come to an end when an ERP brings what nobody asked for', async () => {
    let asked = 0;
    const byKeys = async () => {
      asked += 1;
      return Array.from({ length: 50 }, (_, n) => document(`foreign ${asked} ${n}`));
    };
    expect(await allOf(KEYS, { byKeys })).toEqual([]);
    expect(asked).toBe(1);
  });
});
