/** The fields of a posted form, read as a portal page means them. */
export class FormFields {
  readonly #fields: readonly (readonly [string, string])[];

  constructor(fields: readonly (readonly [string, string])[]) {
    this.#fields = fields;
  }

  /** Trimmed; empty when it is not there. */
  text(name: string): string {
    return this.all(name)[0] ?? '';
  }

  /** An optional setting: `null` takes it away. */
  optional(name: string): string | null {
    return this.text(name) || null;
  }

  isChecked(name: string): boolean {
    return this.#fields.some(([field]) => field === name);
  }

  /** Every value under a name, trimmed, in order; empty ones are kept, so that rows stay rows. */
  all(name: string): readonly string[] {
    return this.#fields.filter(([field]) => field === name).map(([, value]) => value.trim());
  }

  /** The value when it is one of those the select offers; the first of them otherwise. */
  oneOf<T extends string>(name: string, offered: readonly [T, ...T[]]): T {
    return offered.find((value) => value === this.text(name)) ?? offered[0];
  }
}
