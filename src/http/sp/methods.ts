import express from 'express';
import { sendPage } from '../inspector/send-page.js';
import { NoticePage } from './pages.js';

const READ = ['GET', 'HEAD'];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '/login/saml': [...READ, 'POST'],
  '/login/sso/mpp': [...READ, 'POST'],
  '/login/sso/adcon': [...READ, 'POST'],
  '/sso/:accountCode': READ,
  '/portal': READ,
  '/console': READ,
  '/logout': READ,
};

/** Says of the mimicked surface that the method is wrong where the address is right (RFC 9110, 15.5.6). */
export function allowedMethods(): express.Router {
  const router = express.Router();
  for (const [path, methods] of Object.entries(ALLOWED)) {
    router.all(path, async (request, response, next) => {
      if (methods.includes(request.method)) return next();
      response.set('Allow', [...methods, 'OPTIONS'].join(', '));
      if (request.method === 'OPTIONS') return void response.status(204).end();
      const takesPosts = methods.includes('POST');
      const sentences = [
        `${request.method} is not answered at this address; ${takesPosts ? 'GET and POST are' : 'GET is'}.`,
        ...(takesPosts ? ['An identity provider delivers its response by POST, as a form.'] : []),
      ];
      return sendPage(response, NoticePage, { title: 'Not by this method', sentences }, 405);
    });
  }
  return router;
}
