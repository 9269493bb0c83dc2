import type { Response } from 'express';
import type { ComponentType } from 'preact';

/** Renders a page and sends it. The renderer is loaded when the first page is asked for. */
export async function sendPage<P extends object>(
  response: Response,
  page: ComponentType<P>,
  props: P,
  status = 200,
): Promise<void> {
  const { renderDocument } = await import('../views/document.js');
  response.status(status).type('html').send(renderDocument(page, props));
}
