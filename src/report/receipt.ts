/** What redaction took out, and what was done to prove it. */

export interface Receipt {
  /** How many different values were replaced, by kind. */
  readonly replaced: Readonly<Record<string, number>>;
  /** Where values were replaced, and what stands there now. */
  readonly fields: readonly { readonly field: string; readonly becomes: readonly string[] }[];
  /** Fields that were left out altogether. */
  readonly leftOut: readonly string[];
  readonly scan: {
    /** How many original values were looked for in the finished report. */
    readonly values: number;
    readonly encodings: readonly string[];
    readonly found: 0;
  };
}

export function receiptLines({ replaced, fields, leftOut, scan }: Receipt): string[] {
  const kinds = Object.entries(replaced).map(([kind, count]) => `${count} × ${kind}`);
  return [
    `Replaced by fingerprints: ${kinds.join(', ') || 'nothing'}. Equal values have equal fingerprints within this report and in no other.`,
    ...(fields.length === 0 ? [] : [`Replaced in: ${[...new Set(fields.map(({ field }) => field))].join(', ')}.`]),
    `Left out: ${leftOut.join(', ') || 'nothing'}.`,
    'Kept: verdicts, sentences, element structure, names of claims, formats, algorithms, instants.',
    `The finished report was searched for ${scan.values} original values (${scan.encodings.join(', ')}): none was found.`,
  ];
}
