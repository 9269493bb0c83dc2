import express, { type Request } from 'express';
import { HarnessError } from '../../errors.js';
import type { FormFields } from '../forms/form-fields.js';
import { pageRoute } from '../forms/page-route.js';
import { sendPage } from '../inspector/send-page.js';
import type { RehearsedAccount, ServiceProvider } from '../service-provider.js';
import { accountNamed } from '../sp/account-named.js';
import { NoticePage } from '../sp/pages.js';
import { ProfilePage } from '../views/setup/profile-page.js';
import { profileFromForm } from './profile-from-form.js';

const PATH = '/authentication-profile';

/** The Authentication Profile with Import: of the main account, or with `?account=` of another. */
export function profileRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.use(PATH, (request, response, next) => {
    const named = accountNamed(sp, codeIn(request));
    if ('account' in named) return next();
    return sendPage(response, NoticePage, { title: 'No such account', sentences: named.problem }, 404);
  });
  const accountIn = (request: Request): RehearsedAccount => {
    const named = accountNamed(sp, codeIn(request));
    return 'account' in named ? named.account : sp.accounts[0];
  };
  pageRoute(router, {
    path: PATH,
    page: ProfilePage,
    props: async (request) => {
      const one = accountIn(request);
      return {
        site: sp.site(),
        profile: await one.profile.get(),
        account: one.account(),
        others: sp.accounts.filter((other) => other !== one).map((other) => other.account()),
      };
    },
    takesFiles: true,
    save: (fields, request) => saveProfile(accountIn(request), fields),
    goTo: (request) => (accountIn(request) === sp.accounts[0] ? '/setup' : `/setup${PATH}?account=${codeIn(request)}`),
  });
  return router;
}

const codeIn = ({ query }: Request): string | undefined =>
  query['account'] === undefined ? undefined : String(query['account']);

/** Import fills the fields by itself; Save takes them as they are. */
async function saveProfile({ profile }: RehearsedAccount, fields: FormFields): Promise<void> {
  if (!fields.isChecked('import')) {
    await profile.put(profileFromForm(fields, await profile.get()));
    return;
  }
  const metadataXml = fields.text('metadataFile') || fields.text('metadataXml');
  const metadataUrl = fields.text('metadataUrl');
  if (metadataXml === '' && metadataUrl === '') {
    throw new HarnessError(
      'FIELD_INVALID',
      'There is nothing to import.',
      'Give a Metadata URL, choose the metadata file, or paste it.',
    );
  }
  await profile.import(metadataXml === '' ? { metadataUrl } : { metadataXml });
}
