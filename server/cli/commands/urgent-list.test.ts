import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { channelCreate } from '../../../shared/commands/channel-create.ts';
import { messageSend } from '../../../shared/commands/message-send.ts';
import type { ChannelId, OpId, UserId } from '../../../shared/domain/ids.ts';
import { anId } from '../../../shared/testing/office.ts';
import { byActor } from '../../services/system-actor.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { line } from '../testing/line.ts';

it('an urgent message is counted for its author, with its reason and without its words', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balai-admin-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const run = (...args: string[]) => line(['--data', data, ...args]);
  await run('workspace', 'set', '--name', 'Nusa Mandiri');
  const added = await run('--json', 'user', 'add', '--name', 'ayu', '--display-name', 'Ayu');
  const { id } = JSON.parse(added.out) as { id: string };
  const ayu = { userId: id as UserId, role: 'member' } as const;
  const store = await openSqliteStore({ file: join(data, 'relay.db') });
  const channelId = anId(1) as ChannelId;
  const made = { name: 'gudang', type: 'public', topic: '', userIds: [] } as const;
  const said = { channelId, rootId: null, broadcast: false, text: 'rahasia', attachments: [] };
  const { outcomes } = await store.commit(
    [
      byActor(ayu, channelCreate, channelId as string as OpId, { ...made, userIds: [] }),
      byActor(ayu, messageSend, anId(2) as OpId, { ...said, urgent: 'Atap bocor' }),
      byActor(ayu, messageSend, anId(3) as OpId, said),
    ],
    1_000,
  );
  await store.close();
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const told = await run('--json', 'urgent', 'list');
  expect(JSON.parse(told.out)).toEqual({
    people: [{ name: 'ayu', count: 1 }],
    newest: [{ name: 'ayu', reason: 'Atap bocor', at: 1_000, channelId }],
  });
  const text = (await run('urgent', 'list')).out;
  expect(text).toContain('Atap bocor');
  expect(text).not.toContain('rahasia');
});
