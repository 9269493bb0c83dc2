import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'groups-not-overage';

describe(id, () => {
  it('right: groups', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="http://schemas.microsoft.com/ws/2008/06/identity/claims/groups"><AttributeValue>a</AttributeValue><AttributeValue>b</AttributeValue></Attribute>',
        ),
      ),
    ).toBe('pass: 2 groups.');
  });

  it('absent: no groups', async () => {
    expect(await says(id)).toBe('not-applicable: The assertion carries no groups.');
  });

  it('wrong: a link instead', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="http://schemas.microsoft.com/claims/groups.link"><AttributeValue>https://graph.windows.net/x</AttributeValue></Attribute>',
        ),
      ),
    ).toBe(
      'warning overage: The user is in more groups than fit: Entra sent a link (groups.link) instead of the groups.',
    );
  });

  it('twice: both', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="http://schemas.microsoft.com/ws/2008/06/identity/claims/groups"><AttributeValue>a</AttributeValue></Attribute><Attribute Name="http://schemas.microsoft.com/claims/groups.link"><AttributeValue>https://graph.windows.net/x</AttributeValue></Attribute>',
        ),
      ),
    ).toBe(
      'warning both: The assertion carries groups and also a link to them (groups.link): the list may be incomplete.',
    );
  });
});
