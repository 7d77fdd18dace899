import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { features } from '../../src/features.js';
import { type RefusalSpec, refusalCatalogue } from '../../src/kernel/index.js';
import { testConfig } from '../support/config.js';

interface Entry extends Omit<RefusalSpec, 'code'> {}

const PLACE = /\{(\w+)\}/g;
const placesOf = (text: string) => [...text.matchAll(PLACE)].map(([, place]) => place).sort();

describe('refusals', () => {
  let catalogue: RefusalSpec[];
  let documented: Record<string, Entry>;

  beforeAll(() => {
    // Naming the features is what loads every module and with it every refusal.
    features(testConfig({ DATABASE_URL: 'postgres://nowhere' }));
    catalogue = refusalCatalogue();
    const openapi = readFileSync(join(process.cwd(), 'openapi.yaml'), 'utf8');
    documented = (parse(openapi) as { components: { 'x-refusals': Record<string, Entry> } }).components['x-refusals'];
  });

  it('have codes in capitals, each once', () => {
    expect(catalogue.length).toBeGreaterThan(30);
    const codes = catalogue.map(({ code }) => code);
    expect(codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('speak both languages, with the same places in each', () => {
    for (const { code, en, zh, remedy } of catalogue) {
      expect(`${code}: ${en}`).toMatch(/: \S.*[.?]$/s);
      expect(`${code}: ${zh}`).toMatch(/[\u4e00-\u9fff]/);
      expect({ code, places: placesOf(zh) }).toEqual({ code, places: placesOf(en) });
      if (remedy) expect(`${code}: ${remedy.zh}`).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('are all in the catalogue of the REST contract, word for word, and nothing else is', () => {
    expect(Object.keys(documented).sort()).toEqual(catalogue.map(({ code }) => code).sort());
    for (const { code, ...spec } of catalogue) expect({ code, ...documented[code] }).toEqual({ code, ...spec });
  });

  it('say in their status whose turn it is', () => {
    const odd = catalogue.filter(({ code, status }) => {
      if (/^UNAUTHENTICATED$|^LOGIN_FAILED$|REFRESH_REFUSED/.test(code)) return status !== 401;
      if (/NOT_FOUND$/.test(code)) return status !== 404;
      if (/^(RATE_LIMITED|LOGIN_THROTTLED)$/.test(code)) return status !== 429;
      return false;
    });
    expect(odd.map(({ code, status }) => `${code} ${status}`)).toEqual([]);
  });
});
