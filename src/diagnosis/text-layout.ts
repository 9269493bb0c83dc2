/** Words on lines: wrapping, hanging indents, and colour where a terminal shows it. */

export interface TextOptions {
  /** ANSI colours; default false. */
  readonly color?: boolean;
  /** Columns; default 100, at least 40. */
  readonly width?: number;
}

const NARROWEST = 40;
const USUAL = 100;
const ANSI = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] } as const;

export type Style = keyof typeof ANSI;

export interface Layout {
  readonly width: number;
  paint(style: Style, text: string): string;
  /** Wraps at blanks; a word longer than the line stands alone. `first` and `rest` are put before the first and the other lines. */
  wrap(text: string, first?: string, rest?: string): string;
}

export function layout({ color = false, width = USUAL }: TextOptions = {}): Layout {
  const columns = Math.max(NARROWEST, Math.floor(width));
  return {
    width: columns,
    paint: (style, text) => (color ? `\u001B[${ANSI[style][0]}m${text}\u001B[${ANSI[style][1]}m` : text),
    wrap: (text, first = '', rest = ' '.repeat(first.length)) => wrap(text, columns, first, rest),
  };
}

function wrap(text: string, columns: number, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let isBare = true;
  for (const word of text.split(' ')) {
    if (!isBare && [...line].length + 1 + [...word].length > columns) {
      lines.push(line);
      line = rest;
      isBare = true;
    }
    line += isBare ? word : ` ${word}`;
    isBare = false;
  }
  lines.push(line);
  return lines.join('\n');
}
