import { Field, ObjectType } from '@nestjs/graphql';
import { FieldAccess, withheldFrom } from './field-access.js';

@ObjectType('Lamp')
class LampView {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  @FieldAccess({ scope: 'debtors:contact' })
  phone!: string | null;

  @Field(() => [LampView])
  neighbours: LampView[] = [];
}

const lamp = (name: string, ...neighbours: LampView[]) =>
  Object.assign(new LampView(), { name, phone: '139', neighbours, bought: new Date(0), bytes: Buffer.from('x') });

describe('fields with a scope of their own', () => {
  it('are null without it, at any depth and in lists, and all else is as it was', () => {
    const answer = { data: [lamp('a', lamp('b'))], nextCursor: null, total: 5n };
    const shown = withheldFrom(answer, ['debtors:read']);
    expect(shown.data[0]).toMatchObject({ name: 'a', phone: null, bought: new Date(0), bytes: Buffer.from('x') });
    expect(shown.data[0]!.neighbours[0]).toMatchObject({ name: 'b', phone: null });
    expect(shown.data[0]).toBeInstanceOf(LampView);
    expect(shown).toMatchObject({ nextCursor: null, total: 5n });
  });

  it('are shown with it, in the very object', () => {
    const answer = { data: [lamp('a', lamp('b'))] };
    expect(withheldFrom(answer, ['debtors:contact'])).toBe(answer);
  });

  it('stay in the object itself, which others may hold too', () => {
    const one = lamp('a');
    withheldFrom({ data: [one] }, []);
    expect(one.phone).toBe('139');
  });

  it.each([null, undefined, 'text', 7, 7n, [1, 'a']])('are none in %p', (answer) => {
    expect(withheldFrom(answer, [])).toBe(answer);
  });
});
