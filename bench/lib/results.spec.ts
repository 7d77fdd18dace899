import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixed, median, quantile } from './figures.js';
import { keepResults } from './results.js';
import { seeded, shuffleNear } from './sequence.js';

describe('the results file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-results-'));
  const file = join(folder, 'RESULTS.md');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('replaces the section of a run and keeps the others, in one order', () => {
    keepResults('hall', 'hall, first', file);
    keepResults('grab', 'grab\n\n### 64 connections\n\ntable', file);
    keepResults('hall', 'hall, second', file);
    const text = readFileSync(file, 'utf8');
    expect(text.match(/^## .*/gm)).toEqual(['## grab', '## hall']);
    expect(text).toContain('### 64 connections\n\ntable');
    expect(text).toContain('hall, second');
    expect(text).not.toContain('hall, first');
  });
});

describe('figures', () => {
  it('takes the middle, also of an even number, and leaves out what was not measured', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, Number.NaN, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('takes quantiles of sorted values', () => {
    const values = Float64Array.from({ length: 100 }, (_, n) => n + 1);
    expect(quantile(values, 0.5)).toBe(51);
    expect(quantile(values, 0.99)).toBe(100);
  });

  it('groups thousands but not decimals', () => {
    expect(fixed(1234567)).toBe('1,234,567');
    expect(fixed(1234.56789, 4)).toBe('1,234.5679');
    expect(fixed(Number.NaN)).toBe('–');
  });
});

describe('the sequence', () => {
  it('is the same for the same seed, keeps every item and moves none far ahead', () => {
    const items = Array.from({ length: 500 }, (_, n) => n);
    const mixed = shuffleNear(items, 32, seeded(7));
    expect(shuffleNear(items, 32, seeded(7))).toEqual(mixed);
    expect(mixed).not.toEqual(items);
    expect([...mixed].sort((a, b) => a - b)).toEqual(items);
    for (const [place, item] of mixed.entries()) expect(item - place).toBeLessThan(32);
  });
});
