import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as HTML text. Every value in it was escaped by the renderer; there is no other way to put text into a page. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`;
}
