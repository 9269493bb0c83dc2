import type { XmlProblem } from './xml.js';

/** Thrown inside the parser's handlers to end reading at once; never leaves `readXml`. */
export class XmlRefusal extends Error {
  readonly reason: XmlProblem['reason'];
  /** Index into the text; where the parser stands when absent. */
  readonly offset: number | undefined;
  readonly limit: number | undefined;

  constructor(reason: XmlProblem['reason'], message: string, offset?: number, limit?: number) {
    super(message);
    this.reason = reason;
    this.offset = offset;
    this.limit = limit;
  }
}
