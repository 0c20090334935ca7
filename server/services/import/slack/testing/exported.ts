import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChannelId, UserId } from '../../../../../shared/domain/ids.ts';
import type { Message } from '../../../../../shared/domain/kinds/message.ts';
import type { Kind, Row, Rows } from '../../../../../shared/domain/registry.ts';
import {
  channelScope,
  orgScope,
  registryScope,
  userScope,
  type Scope,
} from '../../../../../shared/domain/scope.ts';
import type { Store } from '../../../../store/port.ts';
import { eachRow } from '../../../../store/read-row.ts';
import { openSqliteStore } from '../../../../store/sqlite/open.ts';
import { channelIdOf } from '../ids.ts';
import { importSlack, type ImportOptions } from '../import-slack.ts';
import type { ImportReport } from '../tally.ts';

/** The relay's clock in these tests: Wednesday, 25 November 2026, 3 in the morning, UTC. */
export const NOW = Date.UTC(2026, 10, 25, 3);

/** Files of an export, by path; what is not a text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

export const people = (...ids: string[]) =>
  ids.map((id) => ({ id, name: id.toLowerCase(), real_name: `Person ${id}` }));

/** `1700000000.000100` and so on. */
export const ts = (second: number, micros = 100): string =>
  `${1_700_000_000 + second}.${String(micros).padStart(6, '0')}`;

export const says = (user: string, second: number, text: string, more: object = {}) => ({
  ...{ type: 'message', user, text, ts: ts(second) },
  ...more,
});

/** A store in memory and a folder for exports, for one test. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'balai-import-'));
  readonly store: Store;

  static async open(): Promise<Workplace> {
    return new Workplace(await openSqliteStore({ file: ':memory:' }));
  }

  private constructor(store: Store) {
    this.store = store;
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }

  write(name: string, data: string | Buffer): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
    return path;
  }

  /** An export as a folder. */
  exported(files: Files, name = 'export'): string {
    for (const [path, content] of Object.entries(files)) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      this.write(join(name, path), text);
    }
    return join(this.folder, name);
  }

  /** An export of people A, B and C with one public channel, `hall`. */
  hall(messages: readonly object[], files: Files = {}): string {
    return this.exported({
      'users.json': people('A', 'B', 'C'),
      'channels.json': [{ id: 'HALL', name: 'hall', created: 1_600_000_000, creator: 'A' }],
      'hall/2023-11-14.json': messages,
      ...files,
    });
  }

  import(path: string, options: ImportOptions = {}): Promise<ImportReport> {
    return importSlack(this.store, path, options, NOW);
  }

  async rows<K extends Kind>(scope: Scope, kind: K): Promise<Rows[K][]> {
    const found: Rows[K][] = [];
    for await (const row of eachRow(this.store, scope, kind)) found.push(row);
    return found;
  }

  /** The messages of a channel of the export, in their order (S5). */
  async messages(slackChannel = 'HALL'): Promise<Message[]> {
    return this.messagesIn(channelIdOf(slackChannel));
  }

  async messagesIn(channel: ChannelId): Promise<Message[]> {
    const found = await this.rows(channelScope(channel), 'message');
    return found.toSorted((a, b) => a.position - b.position);
  }

  /** Every row there is, as `scope` and row. */
  async everything(): Promise<{ scope: Scope; row: Row }[]> {
    const scopes = new Set<Scope>([orgScope, registryScope]);
    for (const { id } of await this.rows(orgScope, 'channel')) {
      scopes.add(channelScope(id as ChannelId));
    }
    for (const { id } of await this.rows(orgScope, 'user')) {
      for (const scope of await this.store.scopesOf(id as UserId)) scopes.add(scope);
      scopes.add(userScope(id as UserId));
    }
    const all: { scope: Scope; row: Row }[] = [];
    for (const scope of scopes) {
      const page = await this.store.pull(scope, 0, null, 1_000_000, 1e9);
      for (const { json } of page.rows) all.push({ scope, row: JSON.parse(json) as Row });
    }
    return all;
  }
}
