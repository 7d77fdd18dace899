import { sampleCreditCode } from '@recourse/identifiers';

/** One invoice in an ERP's books, whatever the ERP calls its parts. Amounts in yuan. */
export interface Invoice {
  readonly id: number;
  number: string;
  kind: 'invoice' | 'credit_note';
  state: 'draft' | 'posted' | 'cancelled';
  currency: string;
  total: number;
  open: number;
  issuedOn: string;
  dueOn: string;
  customer: { readonly id: number; readonly name: string; taxNumber: string | null };
  /** The lines of its plan of payment; without any it is due in one sum. */
  plan?: readonly { readonly dueOn: string; readonly open: number; readonly amount?: number }[];
  /** Of a credit note: the id of the invoice that it names. */
  reverses?: number;
  /** Of a credit note: what of it was set off against invoices, whether it names them or not. */
  setOff?: readonly { readonly against: number; readonly amount: number }[];
  /** When it was last changed; milliseconds, though ERPs show less. */
  changedAt: number;
}

/** What the mix of `someBooks` has to become. */
export type Fate = 'case' | 'settled' | 'draft' | 'cancelled' | 'credit_note' | 'foreign' | 'not_due' | 'no_tax_number';

const MIX: readonly Fate[] = [
  ...Array<Fate>(13).fill('case'),
  ...(['settled', 'draft', 'cancelled', 'credit_note', 'foreign', 'not_due', 'no_tax_number'] as const),
];
const LAST_YEAR = 400;

/** The books of one company. Everything that changes an invoice stamps it. */
export class Books {
  readonly invoices = new Map<number, Invoice>();
  private next = 1;

  constructor(private readonly name: string) {}

  /** One more invoice of this kind, changed long ago unless said otherwise. */
  add(fate: Fate = 'case', changedAt = Date.now() - 90 * 86_400_000 + this.next * 600_000): Invoice {
    const id = this.next++;
    const total = (100_000 + id) / 100;
    const invoice: Invoice = {
      id,
      number: `${this.name}-${String(id).padStart(6, '0')}`,
      kind: fate === 'credit_note' ? 'credit_note' : 'invoice',
      state: fate === 'draft' || fate === 'cancelled' ? fate : 'posted',
      currency: fate === 'foreign' ? 'USD' : 'CNY',
      total,
      open: fate === 'settled' ? 0 : total,
      issuedOn: day(-LAST_YEAR),
      dueOn: day(fate === 'not_due' ? 10 : -LAST_YEAR + 30),
      customer: {
        id: 100_000 + id,
        name: `海港贸易${id}有限公司`,
        taxNumber: fate === 'no_tax_number' ? null : sampleCreditCode(id),
      },
      changedAt,
    };
    this.invoices.set(id, invoice);
    return invoice;
  }

  /** So many invoices of every fate; answers how many became of each. */
  fill(count: number): Record<Fate, number> {
    const fates = Array.from({ length: count }, (_, n) => MIX[n % MIX.length]!);
    for (const fate of fates) this.add(fate);
    return Object.fromEntries(MIX.map((fate) => [fate, fates.filter((one) => one === fate).length])) as Record<
      Fate,
      number
    >;
  }

  change(id: number, change: Partial<Invoice>): void {
    Object.assign(this.invoices.get(id)!, { changedAt: Date.now() }, change);
  }

  remove(id: number): void {
    this.invoices.delete(id);
  }

  all(): Invoice[] {
    return [...this.invoices.values()];
  }
}

/** The day so many days from today in China. */
export function day(offset: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a value meets one condition of a query language in which an ERP may be asked. */
export function meets(value: any, operator: string, wanted: any): boolean {
  switch (operator) {
    case '=':
      return value === wanted;
    case '>':
      return value > wanted;
    case '>=':
      return value >= wanted;
    case 'in':
      return (wanted as unknown[]).includes(value);
    default:
      throw new Error(`operator ${operator}`);
  }
}

/** Rows in an order such as `write_date desc, id asc`. */
export function ordered<T>(rows: T[], order: string, read: (row: T, field: string) => any): T[] {
  const terms = order.split(',').map((term) => term.trim().split(/\s+/) as [string, string?]);
  return rows.sort((a, b) => {
    for (const [field, direction = 'asc'] of terms) {
      const [x, y] = [read(a, field), read(b, field)];
      if (x !== y) return (x < y ? -1 : 1) * (direction.toLowerCase() === 'desc' ? -1 : 1);
    }
    return 0;
  });
}
