/** Service providers of other people: the simplest that passport-saml makes, and one that believes everything. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Strategy } from '@node-saml/passport-saml';
import express, { type Express } from 'express';
import session from 'express-session';
import { Passport } from 'passport';

export interface ServiceProviderUnderTest {
  readonly origin: string;
  readonly acs: string;
  readonly me: string;
  readonly login: string;
  stop(): Promise<void>;
}

export const ENTITY_ID = 'https://my-app.example/saml';

export interface TrustedIdp {
  readonly loginUrl: string;
  readonly certificate: string;
}

/** Express and passport-saml as their README has them; the response itself is unsigned, as Entra leaves it. */
export function passportApp(idp: TrustedIdp, validateInResponseTo: 'never' | 'always' = 'never') {
  return serve((origin) => {
    const app = express();
    const passport = new Passport();
    passport.serializeUser((user, done) => done(null, user));
    passport.deserializeUser((user: Express.User, done) => done(null, user));
    const options = {
      callbackUrl: `${origin()}/acs`,
      entryPoint: idp.loginUrl,
      issuer: ENTITY_ID,
      idpCert: idp.certificate,
      wantAuthnResponseSigned: false,
      validateInResponseTo: validateInResponseTo as never,
    };
    const verify = (profile: unknown, done: (error: null, user: Record<string, unknown>) => void) =>
      done(null, { nameId: (profile as { nameID: string }).nameID });
    passport.use(new Strategy(options, verify as never, verify as never) as never);
    app.use(session({ secret: 'only for this test', resave: false, saveUninitialized: true }));
    app.use(passport.session());
    app.get('/login', passport.authenticate('saml'));
    app.post(
      '/acs',
      express.urlencoded({ extended: false }),
      passport.authenticate('saml', { successRedirect: '/me', failureRedirect: '/' }),
    );
    app.get('/me', (request, response) => {
      const { user } = request as unknown as { user?: { nameId: string } };
      if (user) response.send(`<p>Signed in as ${escaped(user.nameId)}</p>`);
      else response.redirect('/');
    });
    return rest(app);
  });
}

/** Reads the name in what was posted, and looks at nothing else. */
export function blindApp() {
  return serve(() => {
    const app = express();
    app.use(session({ secret: 'only for this test', resave: false, saveUninitialized: true }));
    app.post('/acs', express.urlencoded({ extended: false, limit: '2mb' }), (request, response) => {
      const xml = Buffer.from(String(request.body?.SAMLResponse ?? ''), 'base64').toString('utf8');
      const nameId = /<(?:\w+:)?NameID[^>]*>([^<]*)</.exec(xml)?.[1];
      if (nameId !== undefined) (request.session as unknown as { nameId: string }).nameId = nameId;
      response.redirect('/me');
    });
    app.get('/me', (request, response) => {
      const { nameId } = request.session as unknown as { nameId?: string };
      // The status is the same for everybody: it is no evidence.
      response.send(nameId === undefined ? '<p>Please sign in</p>' : `<p>Signed in as ${escaped(nameId)}</p>`);
    });
    return rest(app);
  });
}

function rest(app: Express): Express {
  app.get('/', (_request, response) => void response.send('<p>Please sign in</p>'));
  // Express would print what a test makes fail on purpose.
  app.use(((_error: unknown, _request, response, _next) => {
    response.status(200).send('<p>Something went wrong</p>');
  }) as express.ErrorRequestHandler);
  return app;
}

async function serve(make: (origin: () => string) => Express): Promise<ServiceProviderUnderTest> {
  let app: Express | undefined;
  const server = createServer((request, response) => app?.(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = make(() => origin);
  return {
    origin,
    acs: `${origin}/acs`,
    me: `${origin}/me`,
    login: `${origin}/login`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const escaped = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
