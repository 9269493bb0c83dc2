import type { Request, Router } from 'express';
import type { ComponentType } from 'preact';
import { HarnessError } from '../../errors.js';
import { FormFields } from './form-fields.js';
import { readForm } from './read-form.js';
import { sendFormPage } from './send-form-page.js';

interface PageRoute<P extends object> {
  readonly path: string;
  readonly page: ComponentType<P & { readonly problem?: string }>;
  /** What the page shows now. */
  readonly props: (request: Request) => P | Promise<P>;
  /** Does what the form says; a HarnessError becomes a sentence on the page. */
  readonly save?: (fields: FormFields, request: Request) => unknown;
  /** Where the browser goes afterwards; default: the page itself. */
  readonly goTo?: string | ((request: Request) => string);
}

/** A page of a portal, and the form on it. */
export function pageRoute<P extends object>(
  router: Router,
  { path, page, props, save, goTo = path }: PageRoute<P>,
): void {
  router.get(path, async (request, response) => sendFormPage(response, page, await props(request)));
  if (!save) return;
  router.post(path, async (request, response) => {
    const { fields } = await readForm(request);
    try {
      await save(new FormFields(fields), request);
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      const problem = `${error.message} ${error.remedy}`;
      return sendFormPage(response, page, { ...(await props(request)), problem }, 400);
    }
    response.redirect(303, typeof goTo === 'string' ? goTo : goTo(request));
  });
}
