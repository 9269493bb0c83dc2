/**
 * The simplest service provider anybody would write: Express 5, passport, @node-saml/passport-saml, a session in memory.
 * `node passport-app.mjs <settings.json>` prints `listening <port>`.
 */
import { readFileSync } from 'node:fs';
import { Strategy } from '@node-saml/passport-saml';
import express from 'express';
import session from 'express-session';
import passport from 'passport';

const { entityId, acs, idpCertificate } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const app = express();
const take = (profile, done) => done(null, { email: profile.nameID });
const options = { issuer: entityId, callbackUrl: acs, idpCert: idpCertificate, wantAuthnResponseSigned: false };
passport.use(new Strategy(options, take, take));
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));
app.use(express.urlencoded({ extended: false, limit: '1mb' }));
app.use(session({ secret: 'bench', resave: false, saveUninitialized: false }));
app.use(passport.initialize());
app.use(passport.session());
app.post('/login/saml', passport.authenticate('saml'), (_request, response) => response.redirect('/'));
app.use((error, _request, response, _next) => response.status(403).send(error.message));
const server = app.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
