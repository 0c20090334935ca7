import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeTerm } from '../../../../shared/search/terms.ts';
import { anything } from '../../../../shared/search/wanted.ts';
import { Office } from '../../contract/office.ts';
import { openStore } from '../../open.ts';
import { immediateClock } from '../../testing/immediate-clock.ts';
import { SearchThread } from './thread.ts';

const MESSAGES = 9_000;
const KILLS = 4;

/** Indexes for ever, and says after each step that it is done. */
const program = `
  const { SearchThread } = await import(${JSON.stringify(new URL('./thread.ts', import.meta.url))});
  const search = new SearchThread(process.argv[1]);
  for (;;) {
    const more = await search.index();
    process.stdout.write(more ? '+' : '.');
    if (!more) await new Promise((resolve) => setImmediate(resolve));
  }`;

it('S3: has every message once, however often the process was killed while it indexed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-search-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'relay.db');
  const store = await openStore(
    { engine: 'sqlite', file },
    { clock: immediateClock, random: () => 0.5 },
  );
  onTestFinished(() => store.close());
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const umum = await o.channel(ayu, 'umum');
  for (let n = 0; n < KILLS; n++) {
    const each = MESSAGES / KILLS;
    o.clock.advance(60_000);
    await o.commit(
      ...Array.from({ length: each }, (_, i) => o.send(ayu, umum, `arsip ${n * each + i}`)),
    );
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // In the middle of the first steps.
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const search = new SearchThread(file);
  onTestFinished(() => search.close());
  while (await search.index());
  const term = makeTerm('arsip', { negated: false, open: false, quoted: false });
  const wanted = { ...anything, terms: [term] };
  const question = { wanted, asker: ayu.userId, readable: [umum] };
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await search.search({ ...question, after, limit: 1_000 });
    found.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(found).toHaveLength(MESSAGES);
  expect(new Set(found).size).toBe(MESSAGES);
});
