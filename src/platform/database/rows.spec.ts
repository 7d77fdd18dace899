import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columnsOf, propertiesBut } from './rows.js';

@Entity('lamps')
class LampEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'lit_at', type: 'timestamptz', nullable: true }) litAt!: Date | null;
  @Column({ type: 'integer' }) watts!: number;
  /** No column. */
  shade?: string;
}

@Entity('others')
class OtherEntity {
  @PrimaryColumn({ name: 'other_id', type: 'uuid' }) id!: string;
}

describe('columnsOf', () => {
  it('lists the columns of one entity under the names of its properties', () => {
    expect(columnsOf(LampEntity)).toBe('id, lit_at AS "litAt", watts');
    expect(columnsOf(LampEntity, 'l')).toBe('l.id, l.lit_at AS "litAt", l.watts');
    expect(columnsOf(OtherEntity, 'o')).toBe('o.other_id AS "id"');
  });

  it('picks columns in the order asked, and refuses what is no column', () => {
    expect(columnsOf(LampEntity, 'l', ['watts', 'id'])).toBe('l.watts, l.id');
    expect(columnsOf(LampEntity, undefined, propertiesBut(LampEntity, 'litAt'))).toBe('id, watts');
    expect(() => columnsOf(LampEntity, 'l', ['shade'])).toThrow('LampEntity.shade is no column');
  });
});
