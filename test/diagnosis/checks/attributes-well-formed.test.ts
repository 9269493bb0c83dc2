import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'attributes-well-formed';

describe(id, () => {
  it("right: Entra's claims", async () => {
    expect(await says(id)).toBe('pass: 9 attributes.');
  });

  it('absent: no attributes at all', async () => {
    expect(await says(id, edit(/<AttributeStatement>.*<\/AttributeStatement>/, ''))).toBe('pass: 0 attributes.');
  });

  it('twice: the same attribute', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="mail"><AttributeValue>a</AttributeValue></Attribute><Attribute Name="mail"><AttributeValue>b</AttributeValue></Attribute>',
        ),
      ),
    ).toBe('fail duplicate: The attribute mail stands twice; programs disagree on which one counts.');
  });

  it('wrong: encrypted', async () => {
    expect(await says(id, edit('<AttributeStatement>', '<AttributeStatement><EncryptedAttribute/>'))).toBe(
      'fail encrypted: An attribute is encrypted (EncryptedAttribute), so not even its name can be read.',
    );
  });

  it('wrong: a name programs trip over', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="__proto__"><AttributeValue>x</AttributeValue></Attribute>',
        ),
      ),
    ).toBe(
      'warning prototype-name: An attribute is named __proto__, which careless programs take for a part of themselves; here it is data like any other.',
    );
  });

  it('wrong: an empty name', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name=""><AttributeValue>x</AttributeValue></Attribute>',
        ),
      ),
    ).toBe('warning empty-name: An attribute has an empty name.');
  });

  it('absent: an attribute without value', async () => {
    expect(await says(id, edit('<AttributeStatement>', '<AttributeStatement><Attribute Name="mail"/>'))).toBe(
      'warning empty: The attribute mail has no value.',
    );
  });

  it('wrong: an empty value', async () => {
    expect(
      await says(
        id,
        edit('<AttributeStatement>', '<AttributeStatement><Attribute Name="mail"><AttributeValue/></Attribute>'),
      ),
    ).toBe('warning empty: The attribute mail has an empty value.');
  });

  it('wrong: white space around a value', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="mail"><AttributeValue> a</AttributeValue></Attribute>',
        ),
      ),
    ).toBe('warning padded: The attribute mail has white space around its value: ␠a.');
  });

  it('several faults are counted', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="a"/><Attribute Name="b"/><Attribute Name="c"/>',
        ),
      ),
    ).toBe('warning empty: The attribute a has no value (and 2 more faults of attributes).');
  });
});
