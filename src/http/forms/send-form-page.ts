import type { Response } from 'express';
import type { ComponentType } from 'preact';
import { sendPage } from '../inspector/send-page.js';

/** A page whose form is posted back here. With `no-referrer` a browser would send it with `Origin: null`, as if from another site. */
export function sendFormPage<P extends object>(
  response: Response,
  page: ComponentType<P>,
  props: P,
  status = 200,
): Promise<void> {
  response.set('Referrer-Policy', 'same-origin');
  return sendPage(response, page, props, status);
}
