/** libxml2 as the judge of our reader and our canonicalization; it shares no line with either. */
import { XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm';

/** Gives `use` the document and the list of its elements in document order; undefined when libxml2 refuses the text. */
export function withLibxml2<T>(text: string, use: (document: XmlDocument, elements: XmlElement[]) => T): T | undefined {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch {
    return undefined;
  }
  try {
    return use(
      document,
      document.find('//*').filter((node): node is XmlElement => node instanceof XmlElement),
    );
  } finally {
    document.dispose();
  }
}

export function exclusive(
  element: XmlElement,
  inclusivePrefixes: readonly string[] = [],
  withComments = false,
): string {
  return element.canonicalizeToString({
    mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
    withComments,
    ...(inclusivePrefixes.length > 0 && { inclusiveNamespacePrefixes: [...inclusivePrefixes] }),
  });
}
