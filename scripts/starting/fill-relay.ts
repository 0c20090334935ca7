import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceSet as settings } from '../../shared/commands/workspace-set.ts';
import type { User } from '../../shared/domain/kinds/user.ts';
import { orgScope } from '../../shared/domain/scope.ts';
import { uuidOf } from '../../shared/domain/uuid.ts';
import type { OpId } from '../../shared/domain/ids.ts';
import { DATABASE_FILE, prepareFolder } from '../../server/data-folder.ts';
import { Passwords } from '../../server/services/accounts/passwords.ts';
import { People } from '../../server/services/accounts/people.ts';
import { DEMO_PASSWORD, DEMO_PERSON } from '../../server/services/demo/demo-state.ts';
import { prepareDemo } from '../../server/services/demo/prepare-demo.ts';
import { importSlack } from '../../server/services/import/slack/import-slack.ts';
import { ExportRefused } from '../../server/services/import/slack/refused.ts';
import { bySystem } from '../../server/services/system-actor.ts';
import { workspaceSet } from '../../server/services/workspace/workspace-set.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Store } from '../../server/store/port.ts';
import { choosePeople, NobodyCalled } from './choose-people.ts';

/**
 * A program of its own, as the admin's command line would do it: fills a relay's database the
 * first time, and invites those whose Balai is opened for the first time. Prints one line of JSON.
 */
const clock = {
  now: Date.now,
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const { values } = parseArgs({
  options: {
    relay: { type: 'string', default: '' },
    export: { type: 'string', default: '' },
    workspace: { type: 'string', default: '' },
    demo: { type: 'boolean', default: false },
    as: { type: 'string', multiple: true, default: [] },
    profiles: { type: 'string', default: '' },
    /** Nobody is off, whatever the clock says: for tests that do not ask for the hour. */
    'at-work': { type: 'boolean', default: false },
  },
});

const tell = (line: Record<string, unknown>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

async function fill(store: Store): Promise<void> {
  const done = join(values.relay, 'filled');
  if (existsSync(done)) return;
  const options = { shiftToNow: values.demo, keepRoles: true };
  const report = await importSlack(store, values.export, options, clock.now());
  if (values.demo) {
    await prepareDemo(store, clock.now());
  } else {
    const op = uuidOf('workspace.set', values.workspace) as OpId;
    await store.commit([bySystem(workspaceSet, op, { name: values.workspace })], clock.now());
  }
  if (values['at-work']) {
    const hours = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440 };
    const op = uuidOf('workspace.set', 'at-work') as OpId;
    await store.commit([bySystem(settings, op, { policy: { hours } })], clock.now());
  }
  // Only now: an import that was cut short is taken up again.
  writeFileSync(done, `${JSON.stringify(report, null, 2)}\n`);
}

async function everybody(store: Store): Promise<User[]> {
  const rows = await store.list(orgScope, 'user', '', 100_000);
  const users = rows.map(({ json }) => JSON.parse(json) as User);
  return users
    .filter((user) => !user.bot && user.disabledAt === null)
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

async function main(): Promise<void> {
  prepareFolder(values.relay);
  const store = await openSqliteStore({ file: join(values.relay, DATABASE_FILE) });
  try {
    await fill(store);
    const people = new People({ store, clock, passwords: new Passwords() });
    const all = await everybody(store);
    const chosen = choosePeople(all, values.as, DEMO_PERSON);
    const result = [];
    for (const user of chosen) {
      const { name, displayName } = user;
      const known = existsSync(join(values.profiles, name, 'core', 'profile.json'));
      const secret = values.demo
        ? { password: DEMO_PASSWORD }
        : { invite: known ? undefined : (await people.invite(user)).code };
      result.push({ name, displayName, ...secret });
    }
    const another = all.find((user) => !chosen.includes(user))?.displayName ?? null;
    tell({ people: result, another });
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  if (error instanceof ExportRefused) tell({ problem: 'bad_export', message: error.message });
  else if (error instanceof NobodyCalled)
    tell({ problem: 'unknown_person', message: error.message });
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
});
