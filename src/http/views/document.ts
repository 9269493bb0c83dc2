import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as HTML text. Every value in it was escaped by the renderer; there is no other way to put text into a page. */
export function renderDocument<P extends object>(Page: ComponentType<P>, props: P): string {
  return `<!doctype html>\n${renderToString(h(Page, props))}\n`;
}
