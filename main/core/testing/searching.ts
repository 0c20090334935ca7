import { channelScope } from '../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import type { Db } from '../cache/open.ts';
import { openCache } from '../cache/open.ts';
import { CachedRows } from '../cache/rows.ts';
import { Scopes } from '../cache/scopes.ts';
import { FtsIndex } from '../search/index.ts';
import { parseQuery } from '../search/query.ts';
import { MessageSearch, type Page } from '../search/run.ts';
import { KEY } from './cache.ts';

const uuid = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const ids = { ayu: uuid(0xa1), budi: uuid(0xb1), umum: uuid(0xc1), gudang: uuid(0xc2) };

/** Messages in a real cache, indexed as the cache does it, and searched. */
export class Searching {
  readonly db: Db;
  readonly clock = new FakeClock();
  readonly scopes: Scopes;
  index: FtsIndex;
  rows: CachedRows;
  readonly pinned = new Set<string>();
  readonly tasks = new Set<string>();
  readonly saved = new Set<string>();
  readonly withFiles = new Set<string>();
  /** Position up to which every channel is read. */
  readTo = 0;
  readonly polls = new Set<string>();
  readonly overlay: { channelId: string; row: Message }[] = [];
  #count = 0;

  constructor(file: string) {
    this.db = openCache(file, KEY);
    this.scopes = new Scopes(this.db);
    this.index = new FtsIndex(this.db, this.clock);
    this.rows = new CachedRows(this.db, this.scopes, this.index);
  }

  /** Each message is a minute newer than the one before. */
  message(text: string, more: Partial<Message> = {}): Message {
    const n = ++this.#count;
    return {
      kind: 'message',
      id: uuid(0x1000 + n),
      version: n,
      authorId: ids.ayu,
      rootId: null,
      broadcast: false,
      text,
      attachments: [],
      system: null,
      createdAt: this.clock.now() + n * 60_000,
      editedAt: null,
      deletedAt: null,
      position: n,
      ordinal: n,
      op: uuid(0x1000 + n),
      ...more,
    };
  }

  put(messages: readonly Message[], channelId: string = ids.umum): void {
    this.change(() => {
      for (const row of messages) this.rows.apply(channelScope(channelId as ChannelId), row);
    });
  }

  write(...texts: string[]): Message[] {
    const messages = texts.map((text) => this.message(text));
    this.put(messages);
    return messages;
  }

  purge(channelId: string): void {
    this.change(() => this.rows.purge(channelScope(channelId as ChannelId)));
  }

  change(run: () => void): void {
    this.db
      .transaction(() => {
        run();
        this.index.flush();
      })
      .immediate();
  }

  /** Does all that the index would do in quiet moments. */
  settle(): void {
    while (this.index.work());
  }

  search(text: string, limit = 20, after: string | null = null): Page {
    const names = {
      person: (name: string) => [name === 'budi' ? ids.budi : ids.ayu],
      channel: (name: string) => [name === '#gudang' ? ids.gudang : ids.umum],
    };
    const search = new MessageSearch(this.db, this.index, {
      scopeId: (channelId) => this.scopes.knownId(channelScope(channelId as ChannelId)),
      channelId: (scopeId) => this.scopes.nameOf(scopeId)?.slice('channel:'.length),
      overlay: () => this.overlay,
      pinned: () => this.pinned,
      tasks: () => this.tasks,
      saved: () => this.saved,
      withFiles: () => this.withFiles,
      polls: () => this.polls,
      beside: {
        reader: ids.ayu,
        pinned: (id) => this.pinned.has(id),
        task: (id) => this.tasks.has(id),
        saved: (id) => this.saved.has(id),
        answered: () => false,
        readTo: () => this.readTo,
        threadReadTo: () => undefined,
        people: () => [],
      },
    });
    return search.run(parseQuery(text, names, this.clock.now()), limit, after);
  }

  found(text: string): string[] {
    return this.search(text).hits.map(({ message }) => message.text);
  }
}
