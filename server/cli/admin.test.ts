import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../shared/testing/clock.ts';
import { inviteHash } from '../services/accounts/invite-code.ts';
import { Passwords } from '../services/accounts/passwords.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { adminCommands } from './commands.ts';
import { line } from './testing/line.ts';

const sample = fileURLToPath(
  new URL('../services/import/slack/fixtures/testarchive.zip', import.meta.url),
);

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'balai-admin-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const run = (...args: string[]) => line(['--data', data, ...args]);
const addAyu = (...more: string[]) =>
  run('user', 'add', '--name', 'ayu.kartika', '--display-name', 'Ayu Kartika', ...more);
const open = () => openSqliteStore({ file: join(data, 'relay.db') });

interface Listed {
  name: string;
  state: string;
  role: string;
}
async function listed(): Promise<Listed[]> {
  return JSON.parse((await run('user', 'list', '--json')).out) as Listed[];
}

describe('help', () => {
  it('is there on each level, and names every command', async () => {
    const top = await line(['--help']);
    expect(top.code).toBe(0);
    for (const { name } of adminCommands) expect(top.out).toContain(`  ${name}`);
    const user = await line(['user', '--help']);
    expect(user.out).toContain('  user add');
    expect(user.out).not.toContain('channel list');
    for (const { name, options } of adminCommands) {
      const own = await line([...name.split(' '), '--help']);
      expect(own.code).toBe(0);
      for (const option of Object.keys(options)) expect(own.out).toContain(`--${option}`);
    }
  });

  it('is what a line without a command gets, as a mistake', async () => {
    for (const args of [[], ['user']]) {
      const { code, out, err } = await line(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('user add');
    }
  });
});

describe('bad input gets a sentence and exit code 2', () => {
  it.each([
    [['nonsense'], 'There is no command "nonsense".'],
    [['user', 'lst'], 'There is no command "user lst".'],
    [['workspace', 'set'], '"workspace set" needs --name NAME'],
    [['user', 'add', '--name', 'x'], '"user add" needs --display-name NAME'],
    [['user', 'add', '--name', 'A B', '--display-name', 'x'], 'use lower case letters'],
    [['user', 'add', '--name', 'x', '--display-name', ' '], '--display-name needs 1 to 80'],
    [
      ['user', 'add', '--name', 'x', '--display-name', 'X', '--role', 'king'],
      '--role: one of owner, admin, member.',
    ],
    [['workspace', 'set', '--name', 'x', '--frob'], "Unknown option '--frob'"],
    [['workspace', 'set', '--name', 'x', 'y'], 'does not know what to do with y'],
    [['import', 'slack'], '"import slack" needs FILE.'],
    [['import', 'slack', '/nowhere.zip'], 'There is nothing at /nowhere.zip.'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  it('no data folder, or none that is there', async () => {
    expect((await line(['user', 'list'])).err).toContain("Name the relay's data folder");
    const missing = await line(['--data', join(data, 'a', 'b', 'c'), 'user', 'list']);
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.err).toContain('Begin one with: workspace set');
    const env = { BALAI_DATA: data };
    expect((await line(['workspace', 'set', '--name', 'x'], { env })).code).toBe(0);
  });

  it('a database of a newer relay is left alone', async () => {
    writeFileSync(join(data, 'relay.db'), 'this is no database at all, but it is long enough');
    const { code, err } = await run('user', 'list');
    expect(code).toBe(1);
    expect(err).toContain('The database cannot be used');
  });
});

describe('people', () => {
  it('without a password get an invitation, whose code is not kept', async () => {
    const { code, out } = await addAyu('--role', 'admin', '--title', 'Finance');
    expect(code).toBe(0);
    const shown = /Invitation code for ayu\.kartika: (\S+)/.exec(out)?.[1] ?? '';
    const store = await open();
    const now = new FakeClock().now();
    expect(await store.accounts.useInvite(inviteHash(shown), now)).toBeDefined();
    await store.close();
    expect(await listed()).toMatchObject([
      { name: 'ayu.kartika', role: 'admin', state: 'no password' },
    ]);
  });

  it('with a password on standard input can sign in at once', async () => {
    const args = ['--data', data, 'user', 'add', '--name', 'ayu', '--display-name', 'Ayu'];
    const added = await line([...args, '--password-stdin'], { input: 'a long enough one\n' });
    expect(added).toMatchObject({ code: 0 });
    expect(added.out).not.toContain('nvitation');
    const store = await open();
    const account = await store.accounts.accountByName('ayu');
    await store.close();
    const passwords = new Passwords();
    expect(await passwords.verify(account?.passwordHash ?? null, 'a long enough one')).toBe(true);
    expect(await listed()).toMatchObject([{ name: 'ayu', state: 'signs in' }]);
  });

  it.each([
    ['too short', 'demo\n', 'at least 10 characters'],
    ['typed by somebody at the screen', undefined, 'Pass the password in'],
  ])('a password that is %s adds nobody', async (_what, input, sentence) => {
    await run('workspace', 'set', '--name', 'x');
    const args = ['--data', data, 'user', 'add', '--name', 'ayu', '--display-name', 'Ayu'];
    const { code, err } = await line(
      [...args, '--password-stdin'],
      input === undefined ? {} : { input },
    );
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(await listed()).toEqual([]);
  });

  it('have names of their own', async () => {
    await addAyu();
    const again = await addAyu();
    expect(again.code).toBe(2);
    expect(again.err).toContain('is taken');
    expect(await listed()).toHaveLength(1);
  });

  it('are changed, closed, opened and invited again', async () => {
    await addAyu();
    expect((await run('user', 'update', 'Ayu.Kartika', '--role', 'owner')).code).toBe(0);
    expect((await run('user', 'update', 'ayu.kartika')).err).toContain('Say what to change');
    expect((await run('user', 'disable', 'ayu.kartika')).code).toBe(0);
    expect(await listed()).toMatchObject([{ role: 'owner', state: 'closed' }]);
    expect((await run('invite', 'ayu.kartika')).err).toContain('user enable ayu.kartika');
    expect((await run('user', 'enable', 'ayu.kartika')).code).toBe(0);
    const { out } = await run('invite', 'ayu.kartika', '--json');
    expect(JSON.parse(out)).toMatchObject({ name: 'ayu.kartika', code: expect.any(String) });
    expect((await run('user', 'disable', 'nobody')).err).toContain('user list');
  });

  it('a new password is only taken from standard input', async () => {
    await addAyu();
    const bare = await run('user', 'password', 'ayu.kartika');
    expect(bare.err).toContain('--password-stdin');
    const args = ['--data', data, 'user', 'password', 'ayu.kartika', '--password-stdin'];
    expect((await line(args, { input: 'a long enough one' })).code).toBe(0);
    expect(await listed()).toMatchObject([{ state: 'signs in' }]);
  });
});

describe('an import', () => {
  it('tells what became of every line, and again that nothing was new', async () => {
    const first = await run('import', 'slack', sample);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/messages +158 +158 +0 +0/);
    expect(first.out).toContain('30 other: a line of the log of apps (integration_logs.json)');
    const again = await run('import', 'slack', sample, '--json');
    expect(JSON.parse(again.out)).toMatchObject({
      ...{ imported: { messages: 0 }, already: { messages: 158 } },
    });
    const channels = await run('channel', 'list');
    expect(channels.out).toMatch(/^enrique +public +4 +\d+$/m);
    expect(await listed()).toHaveLength(7);
  });
});
