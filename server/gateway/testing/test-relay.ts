import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { readConfig } from '../../config.ts';
import { openLog } from '../../log.ts';
import { DATABASE_FILE } from '../../data-folder.ts';
import { startRelay, type Relay, type RelayParts } from '../../relay.ts';
import type { Authenticator, Identity } from '../../services/accounts/authenticator.ts';
import { Office } from '../../store/contract/office.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { TestClient } from './test-client.ts';

/** Tokens are what they say; sessions end when a test says so. */
export class TestAuthenticator implements Authenticator {
  readonly ended = new Set<string>();

  async verify(token: string): Promise<Identity | undefined> {
    if (!token.startsWith('{')) return undefined;
    const identity = JSON.parse(token) as Omit<Identity, 'expires'> & { expires: number | null };
    if (this.ended.has(identity.sessionId)) return undefined;
    return { ...identity, expires: identity.expires ?? Infinity };
  }

  async endedSessions(sessionIds: readonly string[]): Promise<string[]> {
    return sessionIds.filter((id) => this.ended.has(id));
  }
}

export const tokenOf = (actor: Actor, sessionId = `s-${actor.userId}`, expires?: number): string =>
  JSON.stringify({
    userId: actor.userId,
    sessionId,
    role: actor.role,
    expires: expires ?? Number.MAX_SAFE_INTEGER,
  });

export interface TestRelayOptions {
  /** What is in the data before the relay starts. */
  readonly seed?: (office: Office) => Promise<void>;
  readonly flags?: readonly string[];
  readonly parts?: RelayParts;
}

/** A relay with sockets of its own, and a company that is written to its data from outside. */
export class TestRelay {
  readonly authenticator: TestAuthenticator;
  readonly folder: string;
  /** Writes as another process does: the relay hears of it by its poll. */
  readonly office: Office;
  readonly #clients: TestClient[] = [];
  readonly #start: () => Promise<Relay>;
  #relay: Relay;

  private constructor(
    { folder, office, authenticator }: Pick<TestRelay, 'folder' | 'office' | 'authenticator'>,
    start: () => Promise<Relay>,
    relay: Relay,
  ) {
    this.folder = folder;
    this.office = office;
    this.authenticator = authenticator;
    this.#start = start;
    this.#relay = relay;
  }

  static async start({ seed, flags = [], parts = {} }: TestRelayOptions): Promise<TestRelay> {
    const folder = mkdtempSync(join(tmpdir(), 'balai-relay-'));
    const office = new Office(await openSqliteStore({ file: join(folder, DATABASE_FILE) }));
    await seed?.(office);
    const authenticator = new TestAuthenticator();
    const config = readConfig(
      ['--data', folder, '--port', '0', '--link-previews', 'false', ...flags],
      {},
    );
    const begin = () => startRelay(config, { log: openLog('silent'), authenticator, ...parts });
    return new TestRelay({ folder, office, authenticator }, begin, await begin());
  }

  get url(): string {
    return this.#relay.url;
  }

  connect(headers?: Record<string, string>): TestClient {
    const client = new TestClient(this.url, headers);
    this.#clients.push(client);
    return client;
  }

  /** A client that was welcomed as this person. */
  async as(actor: Actor): Promise<TestClient> {
    const client = this.connect();
    await client.hello(tokenOf(actor));
    return client;
  }

  async stop(): Promise<void> {
    await this.#relay.close();
  }

  /** A stopped one once more, on what it left. */
  async startAgain(): Promise<void> {
    this.#relay = await this.#start();
  }

  async end(): Promise<void> {
    for (const client of this.#clients) client.ws.terminate();
    await this.#relay.close().catch(() => {});
    await this.office.store.close();
    rmSync(this.folder, { recursive: true });
  }
}
