/** The last door before a terminal: whatever slipped through every other one cannot command it. */

import type { CliIo, Output } from './cli-io.js';

/** Colours, which are ours. */
const OURS = /(\u001b\[[0-9;]{1,8}m)/;
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text without anything a terminal would obey; line ends, tabs and our own colours stay. */
export function inert(text: string): string {
  return text
    .split(OURS)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\r\n/g, '\n').replace(COMMANDS, '\uFFFD')))
    .join('');
}

/** Words are always inert. Data is when a person looks at it; a file or another program gets it to the letter. */
export function inertIo(io: CliIo): CliIo {
  return { ...io, stdout: io.stdout.isTTY ? inertOutput(io.stdout) : io.stdout, stderr: inertOutput(io.stderr) };
}

function inertOutput(output: Output): Output {
  return {
    write: (text) => output.write(inert(text)),
    ...(output.isTTY !== undefined && { isTTY: output.isTTY }),
    get columns() {
      return output.columns;
    },
  } as Output;
}
