import type { Request, Router } from 'express';
import type { ComponentType } from 'preact';
import { HarnessError } from '../../errors.js';
import { FormFields } from './form-fields.js';
import { type PostedForm, readForm } from './read-form.js';
import { readUpload } from './read-upload.js';
import { sendFormPage } from './send-form-page.js';

/** Certificates in PEM are the most that somebody types or pastes. */
const MAX_FORM_BYTES = 256 * 1024;

interface PageRoute<P extends object> {
  readonly path: string;
  readonly page: ComponentType<P & { readonly problem?: string }>;
  /** What the page shows now. */
  readonly props: (request: Request) => P | Promise<P>;
  /** The form may hold files; each is a field with the file's text. */
  readonly takesFiles?: boolean;
  /** Does what the form says; a HarnessError becomes a sentence on the page. */
  readonly save?: (fields: FormFields, request: Request) => unknown;
  /** Where the browser goes afterwards; default: the page itself. */
  readonly goTo?: string | ((request: Request) => string);
}

/** A page of a portal, and the form on it. */
export function pageRoute<P extends object>(
  router: Router,
  { path, page, props, takesFiles = false, save, goTo = path }: PageRoute<P>,
): void {
  router.get(path, async (request, response) => sendFormPage(response, page, await props(request)));
  if (!save) return;
  router.post(path, async (request, response) => {
    try {
      const { fields, oversize } = await (takesFiles ? readUpload(request) : readForm(request, MAX_FORM_BYTES));
      if (oversize) throw tooLarge(oversize);
      await save(new FormFields(fields), request);
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      const problem = `${error.message} ${error.remedy}`;
      return sendFormPage(response, page, { ...(await props(request)), problem }, 400);
    }
    response.redirect(303, typeof goTo === 'string' ? goTo : goTo(request));
  });
}

function tooLarge({ bytes, limit, fields }: NonNullable<PostedForm['oversize']>): HarnessError {
  const count = (amount: number) => amount.toLocaleString('en-US');
  const message =
    fields === undefined
      ? `That is ${count(bytes)} bytes; at most ${count(limit)} are read here.`
      : `That form has more than ${count(fields)} fields.`;
  return new HarnessError('FORM_TOO_LARGE', message, 'Send less at once; nothing was changed.');
}
