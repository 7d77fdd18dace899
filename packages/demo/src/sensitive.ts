/** What must not be found anywhere in plain text, and what kind of thing it is. */
export interface SensitiveValue {
  readonly kind: string;
  readonly value: string;
}

/** Every secret and every personal number the demo hands to the product, for the search afterwards. */
export class Sensitive {
  private readonly values = new Map<string, string>();

  note(kind: string, ...values: readonly string[]): void {
    for (const value of values) if (value.length >= 8) this.values.set(value, kind);
  }

  all(): SensitiveValue[] {
    return [...this.values].map(([value, kind]) => ({ kind, value }));
  }
}
