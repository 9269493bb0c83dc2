import type { Request, Response, Router } from 'express';
import type { ComponentType } from 'preact';
import { HarnessError } from '../../../errors.js';
import { sendPage } from '../../inspector/send-page.js';
import { readForm } from '../../read-form.js';
import { FormFields } from './form-fields.js';

interface PageRoute<P extends object> {
  readonly path: string;
  readonly page: ComponentType<P & { readonly problem?: string }>;
  /** What the page shows now. */
  readonly props: () => P | Promise<P>;
  /** Does what the form says; a HarnessError becomes a sentence on the page. */
  readonly save?: (fields: FormFields) => unknown;
  /** Where the browser goes afterwards; default: the page itself. */
  readonly goTo?: string;
}

/** A page of the portal, and the form on it. */
export function pageRoute<P extends object>(
  router: Router,
  { path, page, props, save, goTo = path }: PageRoute<P>,
): void {
  router.get(path, async (_request: Request, response: Response) => {
    // With `no-referrer` a browser would send the form with `Origin: null`, as if from another site.
    response.set('Referrer-Policy', 'same-origin');
    return sendPage(response, page, await props());
  });
  if (!save) return;
  router.post(path, async (request: Request, response: Response) => {
    const { fields } = await readForm(request);
    try {
      await save(new FormFields(fields));
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      response.set('Referrer-Policy', 'same-origin');
      return sendPage(response, page, { ...(await props()), problem: `${error.message} ${error.remedy}` }, 400);
    }
    response.redirect(303, goTo);
  });
}
