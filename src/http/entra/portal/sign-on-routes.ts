import express from 'express';
import { SIGNING_ALGORITHMS, SIGNING_OPTIONS } from '../../../entra/application.js';
import type { ApplicationChange } from '../../../entra/configure.js';
import { HarnessError } from '../../../errors.js';
import type { FormFields } from '../../forms/form-fields.js';
import { pageRoute } from '../../forms/page-route.js';
import type { EntraSite } from '../deps.js';
import { BasicPage } from '../views/portal/basic-page.js';
import { CertificatesPage } from '../views/portal/certificates-page.js';
import { ClaimsPage } from '../views/portal/claims-page.js';
import { claimsChange } from './claims-form.js';

/** The edit pages of the single sign-on page. */
export function signOnEditRoutes({ entra, clock }: EntraSite): express.Router {
  const router = express.Router();
  const props = () => ({ application: entra.application });
  pageRoute(router, {
    path: '/application/basic',
    page: BasicPage,
    props,
    save: (fields) => entra.updateApplication(basicChange(fields)),
    goTo: '/',
  });
  pageRoute(router, {
    path: '/application/claims',
    page: ClaimsPage,
    props,
    save: (fields) => entra.updateApplication(claimsChange(fields)),
    goTo: '/',
  });
  pageRoute(router, {
    path: '/application/certificates',
    page: CertificatesPage,
    props: async () => ({ ...props(), certificates: await entra.certificates.list(), now: clock.now() }),
    save: (fields) => saveCertificates(entra, fields, clock.now()),
  });
  return router;
}

function basicChange(fields: FormFields): ApplicationChange {
  return {
    identifiers: fields.all('identifier').filter((value) => value !== ''),
    replyUrls: fields.all('replyUrl').filter((value) => value !== ''),
    signOnUrl: fields.optional('signOnUrl'),
    relayState: fields.optional('relayState'),
    logoutUrl: fields.optional('logoutUrl'),
  };
}

function saveCertificates(entra: EntraSite['entra'], fields: FormFields, now: Date): unknown {
  const { certificates } = entra;
  const thumbprint = fields.text('thumbprint');
  switch (fields.text('do')) {
    case 'create':
      return certificates.create(validity(fields.text('notAfter'), now));
    case 'activate':
      return certificates.activate(thumbprint);
    case 'deactivate':
      return certificates.deactivate();
    case 'remove':
      return certificates.remove(thumbprint);
    default:
      return entra.updateApplication({
        signingOption: fields.oneOf('signingOption', SIGNING_OPTIONS),
        signingAlgorithm: fields.oneOf('signingAlgorithm', SIGNING_ALGORITHMS),
        requireVerificationCertificates: fields.isChecked('requireVerificationCertificates'),
        allowRsaSha1: fields.isChecked('allowRsaSha1'),
        verificationCertificates:
          fields.text('verificationCertificates') === '' ? [] : [fields.text('verificationCertificates')],
        tokenEncryptionCertificate: fields.optional('tokenEncryptionCertificate'),
      });
  }
}

const DAY = 86_400_000;

/** A certificate that ended in the past began before that. */
function validity(notAfterText: string, now: Date): { notBefore?: Date; notAfter?: Date } {
  if (notAfterText === '') return {};
  const notAfter = new Date(`${notAfterText}Z`);
  if (Number.isNaN(notAfter.getTime())) {
    throw new HarnessError(
      'DATE_INVALID',
      `"${notAfterText.slice(0, 40)}" is not a date.`,
      'Write it as 2027-01-31T12:00.',
    );
  }
  const notBefore = notAfter > now ? now : new Date(notAfter.getTime() - DAY);
  return { notBefore, notAfter };
}
