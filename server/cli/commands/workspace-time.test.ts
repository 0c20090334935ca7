import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { getRow } from '../../store/read-row.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { line } from '../testing/line.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'balai-admin-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const run = (...args: string[]) => line(['--data', data, ...args]);
const begin = () => run('workspace', 'set', '--name', 'Nusa Mandiri');
const hours = (days: string, from: string, to: string) =>
  run('workspace', 'hours', '--days', days, '--from', from, '--to', to);
const file = (text: string): string => {
  const name = join(data, 'given.json');
  writeFileSync(name, text);
  return name;
};
async function workspace() {
  const store = await openSqliteStore({ file: join(data, 'relay.db') });
  const row = await getRow(store, orgScope, 'workspace', WORKSPACE_ROW);
  await store.close();
  return row;
}

describe('the working time of a company', () => {
  it('is set by days and times', async () => {
    await begin();
    expect(await hours('mon-thu,sat', '07:30', '16:00')).toMatchObject({ code: 0 });
    const set = { days: [1, 2, 3, 4, 6], from: 450, to: 960 };
    expect((await workspace())?.policy?.hours).toEqual(set);
    await hours('sat-mon', '22:00', '06:00');
    expect((await workspace())?.policy?.hours).toEqual({ days: [1, 6, 7], from: 1_320, to: 360 });
  });

  it('has holidays from a file, which take the place of those before', async () => {
    await begin();
    const day = { date: '2026-08-17', name: 'Hari Kemerdekaan' };
    await run('workspace', 'holidays', file(JSON.stringify([day])));
    expect((await workspace())?.holidays).toEqual([day]);
    await run('workspace', 'holidays', file('[]'));
    expect((await workspace())?.holidays).toEqual([]);
  });

  it('is part of a policy that is shown whole, and of which a file changes a part', async () => {
    await begin();
    await hours('mon', '08:00', '12:00');
    const shown = await run('--json', 'workspace', 'policy', '--set', file('{"offHours":"quiet"}'));
    expect(JSON.parse(shown.out)).toMatchObject({
      ...{ offHours: 'quiet', seenBy: true, hours: { days: [1], from: 480, to: 720 } },
    });
  });

  it('is refused with a sentence where it is not understood', async () => {
    expect((await hours('mon', '08:00', '12:00')).err).toContain('workspace set --name');
    await begin();
    expect((await hours('funday', '08:00', '12:00')).err).toContain('"funday" is none of mon');
    expect((await hours('mon', '8', '12:00')).err).toContain('--from: write a time as 07:30.');
    expect((await hours('mon', '08:00', '25:00')).err).toContain('--to: write a time');
    const holidays = (text: string) => run('workspace', 'holidays', file(text));
    expect((await holidays('no')).err).toContain('is not JSON');
    expect((await holidays('[{"date":"17 August","name":"x"}]')).err).toContain('holidays.0.date');
    expect((await run('workspace', 'holidays', '/nowhere')).err).toContain('nothing to read');
    expect((await run('workspace', 'policy', '--set', file('{"x":1}'))).err).toContain('policy');
  });
});
