import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';

const packages = createRequire(import.meta.url);

/** Our own files. The path is the same from `src/` and from `dist/`: the package ships `src/http/assets`. */
const OWN_ASSETS = fileURLToPath(new URL('../../../src/http/assets/', import.meta.url));

const folderOf = (specifier: string) => dirname(packages.resolve(specifier));

/**
 * Stylesheets, fonts and the few scripts of every page, at `/assets/`; nothing is fetched from another host.
 * Both applications (service provider and stand-in) mount it.
 */
export function assetRoutes(): express.Router {
  const serve = (folder: string) => express.static(folder, { index: false, redirect: false });
  const router = express.Router();
  const plexSans = folderOf('@fontsource-variable/ibm-plex-sans/index.css');
  const plexMono = folderOf('@fontsource/ibm-plex-mono/400.css');
  router.use('/assets/pico', serve(folderOf('@picocss/pico/css/pico.min.css')));
  router.use('/assets/plex-sans/files', serve(join(plexSans, 'files')));
  router.use('/assets/plex-mono/files', serve(join(plexMono, 'files')));
  router.get('/assets/plex-sans/font.css', (_, response) => response.sendFile('index.css', { root: plexSans }));
  for (const weight of [400, 600]) {
    router.get(`/assets/plex-mono/${weight}.css`, (_, response) =>
      response.sendFile(`${weight}.css`, { root: plexMono }),
    );
  }
  router.use('/assets', serve(OWN_ASSETS));
  router.use('/assets', (_, response) => {
    response.status(404).type('text/plain').send('There is no such asset.\n');
  });
  return router;
}
