import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnySpec } from '../../../shared/commands/command.ts';
import { commands } from '../../../shared/commands/registry.ts';
import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import { kinds } from '../../../shared/domain/registry.ts';
import { systemActor } from '../system-actor.ts';
import { workspaceSet } from '../workspace/workspace-set.ts';
import { userAdd } from './commands/user-add.ts';
import { userDisable } from './commands/user-disable.ts';
import { userUpdate } from './commands/user-update.ts';
import { Office } from './testing/office.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

describe('people', () => {
  it('a name belongs to one person', async () => {
    const ayu = await office.hire('ayu');
    expect(kinds.user.schema.parse(ayu)).toEqual(ayu);
    await expect(office.hire('ayu')).rejects.toMatchObject({ code: 'name_taken' });
    expect(await office.people.find('ayu')).toEqual(ayu);
    expect(await office.people.find('budi')).toBeUndefined();
  });

  it('what the company says of them can be changed', async () => {
    const { id } = await office.hire('ayu');
    await office.people.update(id as UserId, { role: 'admin', title: 'Legal' });
    expect(await office.person('ayu')).toMatchObject({
      ...{ id, displayName: 'ayu', role: 'admin', title: 'Legal' },
    });
  });

  it('closing an account twice keeps the first date', async () => {
    const { id } = await office.hire('ayu');
    await office.people.setDisabled(id as UserId, true);
    const { disabledAt } = await office.person('ayu');
    office.clock.advance(1_000);
    await office.people.setDisabled(id as UserId, true);
    expect((await office.person('ayu')).disabledAt).toBe(disabledAt);
  });
});

describe("the relay's own commands", () => {
  const id = '00000000-0000-8000-8000-00000000000a';
  const own: [AnySpec, unknown][] = [
    [userAdd, { name: 'x', displayName: 'x', role: 'owner', title: '' }],
    [userUpdate, { userId: id, role: 'owner' }],
    [userDisable, { userId: id, disabled: true }],
    [workspaceSet, { name: 'x' }],
  ].map(([spec, args]) => [spec as AnySpec, args]);

  it.each(own.map(([spec, args]) => [spec.name, spec, args] as const))(
    '%s cannot be sent over the wire, and nobody but the relay may run it',
    async (name, spec, args) => {
      expect(commands.has(name)).toBe(false);
      const actor = { userId: id as UserId, role: 'owner' } as const;
      const op = '00000000-0000-8000-8000-0000000000aa' as OpId;
      const submit = { op, actor, spec, args: spec.args.parse(args) };
      const { outcomes, changes } = await office.store.commit([submit], 0);
      expect(outcomes).toEqual([{ ok: false, refusal: { code: 'forbidden' } }]);
      expect(changes).toEqual([]);
      expect(systemActor.role).toBe('system');
    },
  );
});
