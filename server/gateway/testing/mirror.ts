import type { UserId } from '../../../shared/domain/ids.ts';
import { userScope } from '../../../shared/domain/scope.ts';
import type { DownFrame } from '../../../shared/protocol/down.ts';
import type { WireRow } from '../../../shared/protocol/wire-row.ts';
import { TestClient } from './test-client.ts';

/** S6: versions in (after, upTo] that are not here. */
interface Hole {
  readonly after: number;
  readonly upTo: number;
}

interface Held {
  cursor: number;
  readonly rows: Map<string, WireRow>;
  readonly holes: Set<Hole>;
}

/**
 * The least client that follows the sync rules: what it keeps outlives its connections, as a cache
 * does. It is for checking the relay against the rules, not for being fast.
 */
export class Mirror {
  readonly userId: UserId;
  readonly held = new Map<string, Held>();
  /** Every row of a channel that came while the person was not in it. */
  readonly leaked: WireRow[] = [];
  #client: TestClient | undefined;
  #pulls = 0;
  #nextId = 1;

  constructor(userId: UserId) {
    this.userId = userId;
  }

  async connect(url: string, token: string): Promise<TestClient> {
    const client = new TestClient(url);
    this.#client = client;
    this.#pulls = 0;
    await client.opened();
    client.ws.on('message', (data: Buffer) => {
      if (this.#client === client) this.#receive(JSON.parse(data.toString()) as DownFrame);
    });
    await client.hello(token);
    return client;
  }

  cut(): void {
    this.#client?.ws.terminate();
    this.#client = undefined;
  }

  /** Resolves when everything that the relay knows is here. */
  async whole(): Promise<void> {
    do await this.#client!.settled();
    while (this.#pulls > 0);
  }

  #receive(frame: DownFrame): void {
    switch (frame.t) {
      case 'welcome':
        // S11: what is listed no more was lost while away.
        for (const scope of this.held.keys()) {
          if (!frame.scopes.some((one) => one.scope === scope)) this.held.delete(scope);
        }
        return frame.scopes.forEach(({ scope, head }) => this.#follow(scope, head));
      case 'subscribed':
        return frame.scopes.forEach(({ scope, head }) => this.#follow(scope, head));
      case 'rows': {
        const held = this.held.get(frame.scope);
        if (held === undefined) return void this.leaked.push(...frame.rows);
        // S4: a frame that begins above the cursor is not applied.
        if (frame.from > held.cursor) return this.#pull(frame.scope, held.cursor);
        held.cursor = Math.max(held.cursor, frame.to);
        return this.#apply(frame.scope, frame.rows);
      }
      case 'page': {
        this.#pulls--;
        const held = this.held.get(frame.scope);
        if (held === undefined) return;
        const { after, hole } = this.#asked.get(frame.id)!;
        if (hole !== undefined) held.holes.delete(hole);
        held.cursor = Math.max(held.cursor, frame.to);
        this.#apply(frame.scope, frame.rows);
        if (frame.from > after) {
          const rest = { after, upTo: frame.from };
          held.holes.add(rest);
          this.#pull(frame.scope, after, rest);
        }
        return;
      }
      case 'failed':
        this.#pulls--;
        return;
      default:
    }
  }

  #follow(scope: string, head: number): void {
    const held = this.held.get(scope) ?? {
      ...{ cursor: 0, rows: new Map<string, WireRow>(), holes: new Set<Hole>() },
    };
    this.held.set(scope, held);
    if (head > held.cursor) this.#pull(scope, held.cursor);
    for (const hole of held.holes) this.#pull(scope, hole.after, hole);
  }

  readonly #asked = new Map<number, { after: number; hole: Hole | undefined }>();

  #pull(scope: string, after: number, hole?: Hole): void {
    const id = this.#nextId++;
    this.#asked.set(id, { after, hole });
    this.#pulls++;
    // Small pages, so that there are holes.
    const upTo = hole?.upTo ?? null;
    this.#client!.send({ t: 'pull', id, scope: scope as never, after, upTo, limit: 7 });
  }

  /** S3: a row is taken where it is newer. */
  #apply(scope: string, rows: readonly WireRow[]): void {
    const held = this.held.get(scope)!;
    for (const row of rows) {
      const key = `${row.kind}/${row.id}`;
      if ((held.rows.get(key)?.version ?? 0) >= row.version) continue;
      held.rows.set(key, row);
      if (scope !== userScope(this.userId) || row.kind !== 'membership') continue;
      const channel = `channel:${row.id}`;
      if (row.deleted === true) this.held.delete(channel);
    }
  }
}
