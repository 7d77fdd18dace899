import { z } from 'zod';
import { emptyGroup, figuresOf, merged, unknownFigure } from './policy-figures.js';

const SCHEMA = z.object({
  days: z.number().int().min(1).max(9).default(3).describe('Days.'),
  steps: z.array(z.number()).default([1, 2]).describe('Steps.'),
  grades: z
    .partialRecord(z.enum(['low', 'high']), z.object({ most: z.number().int().nullable().describe('Most.') }).partial())
    .optional(),
});

describe('the figures of a policy', () => {
  it('are listed with meaning, bounds, value and default, those of groups by their path', () => {
    const value = { days: 4, steps: [1, 2], grades: { low: { most: 5 }, high: { most: null } } };
    const figures = figuresOf(SCHEMA, value, { ...value, days: 3 });
    expect(figures.map(({ path }) => path)).toEqual(['days', 'steps', 'grades.low.most', 'grades.high.most']);
    expect(figures[0]).toEqual({
      ...{
        path: 'days',
        description: 'Days.',
        unit: 'days',
        value: 4,
        default: 3,
        form: 'integer',
        least: 1,
        most: 9,
        nullable: false,
      },
    });
    expect(figures[2]).toMatchObject({ form: 'integer', nullable: true, value: 5, most: null });
  });

  it('say their unit, by what is said of them or by their name, and the bounds of amounts and items', () => {
    const schema = z.object({
      steps: z.array(z.number().int().min(0).max(60)).meta({ unit: 'points' }).describe('Steps.').default([]),
      mostFen: z.string().meta({ least: 0, most: 500 }).describe('Most.').default('1'),
      rateBps: z.object({ A: z.number().default(1).describe('A.') }).prefault({}),
      mediaTypes: z.array(z.string()).describe('Types.').default([]),
      burst: z.number().describe('Burst.').default(5),
    });
    const figures = figuresOf(schema, schema.parse({}), schema.parse({}));
    expect(figures.map(({ path, unit, least, most }) => [path, unit, least, most])).toEqual([
      ['steps', 'points', 0, 60],
      ['mostFen', 'fen', 0, 500],
      ['rateBps.A', 'basis_points', null, null],
      ['mediaTypes', 'words', null, null],
      ['burst', 'count', null, null],
    ]);
  });

  it('are changed group by group, and lists as a whole', () => {
    const stored = { days: 4, steps: [1, 2], grades: { low: { most: 5 } } };
    expect(merged(stored, { steps: [9], grades: { high: { most: null } } })).toEqual({
      ...{ days: 4, steps: [9], grades: { low: { most: 5 }, high: { most: null } } },
    });
  });

  it('must be known, at any depth, and a group must name one', () => {
    expect(unknownFigure(SCHEMA, { days: 1, grades: { low: { most: 1 } } })).toBeUndefined();
    expect(unknownFigure(SCHEMA, { day: 1 })).toBe('day');
    expect(unknownFigure(SCHEMA, { grades: { middle: {} } })).toBe('grades.middle');
    expect(unknownFigure(SCHEMA, { grades: { low: { least: 1 } } })).toBe('grades.low.least');
    expect(unknownFigure(SCHEMA, JSON.parse('{"__proto__": 1}'))).toBe('__proto__');
    expect(emptyGroup(SCHEMA, {})).toBe('');
    expect(emptyGroup(SCHEMA, { days: 1, grades: { low: {} } })).toBe('grades.low');
    expect(emptyGroup(SCHEMA, { days: 1 })).toBeUndefined();
  });
});
