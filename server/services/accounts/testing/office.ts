import { fastify, type FastifyInstance } from 'fastify';
import type { DeviceId } from '../../../../shared/domain/ids.ts';
import { paths, type SessionGranted } from '../../../../shared/protocol/http.ts';
import { FakeClock } from '../../../../shared/testing/clock.ts';
import { SeededRandom } from '../../../../shared/testing/random.ts';
import type { Store } from '../../../store/port.ts';
import { openSqliteStore } from '../../../store/sqlite/open.ts';
import { RecordingBus } from '../../../testing/recording-bus.ts';
import { createAuthenticator, type Authenticator } from '../authenticator.ts';
import { Passwords } from '../passwords.ts';
import { People } from '../people.ts';
import { registerPeopleRoutes } from '../people-routes.ts';
import { registerAuthRoutes } from '../routes.ts';

export const device = {
  id: '00000000-0000-8000-8000-0000000000d1' as DeviceId,
  name: 'Desk 4',
};

interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, unknown>;
}

/** A relay's accounts in memory, with a clock that only moves when it is told to. */
export class Office {
  readonly clock = new FakeClock();
  readonly bus = new RecordingBus();
  readonly passwords = new Passwords();
  readonly store: Store;
  readonly people: People;
  readonly authenticator: Authenticator;
  readonly #fastify: FastifyInstance;

  static async open(): Promise<Office> {
    return new Office(await openSqliteStore({ file: ':memory:' }));
  }

  private constructor(store: Store) {
    this.store = store;
    const { clock, bus, passwords } = this;
    const seeded = new SeededRandom(7);
    const random = (length: number) => seeded.bytes(length);
    this.people = new People({ store, clock, passwords, bus, random });
    this.authenticator = createAuthenticator(store, clock);
    this.#fastify = fastify();
    registerAuthRoutes(this.#fastify, { store, bus, clock, passwords, random, server: 'test' });
    const { people, authenticator } = this;
    registerPeopleRoutes(this.#fastify, { store, authenticator, people });
  }

  async close(): Promise<void> {
    await this.#fastify.close();
    await this.store.close();
  }

  /** Adds a person, with a password where there is one. */
  async hire(name: string, password?: string) {
    await this.people.add({ name, displayName: name, role: 'member', title: '' });
    const user = await this.person(name);
    if (password !== undefined) await this.people.setPassword(user, password);
    return user;
  }

  async person(name: string) {
    const user = await this.people.find(name);
    if (user === undefined) throw new Error(`nobody is called ${name}`);
    return user;
  }

  async ask(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: unknown,
    options: { address?: string; token?: string } = {},
  ): Promise<Answer> {
    const { address = '10.0.0.1', token } = options;
    const answer = await this.#fastify.inject({
      ...{ method, url, remoteAddress: address },
      ...(body === undefined ? {} : { payload: body as object }),
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    const text = answer.body === '' ? '{}' : answer.body;
    const json = JSON.parse(text) as Record<string, unknown>;
    return { status: answer.statusCode, body: json, headers: answer.headers };
  }

  signIn(name: string, password: string, address?: string): Promise<Answer> {
    const body = { name, password, device };
    return this.ask('POST', paths.session, body, address === undefined ? {} : { address });
  }

  /** Signs in where that must work. */
  async enter(name: string, password: string): Promise<SessionGranted> {
    const { status, body } = await this.signIn(name, password);
    if (status !== 200) throw new Error(`sign-in answered ${status}: ${JSON.stringify(body)}`);
    return body as SessionGranted;
  }

  refresh(refreshToken: string): Promise<Answer> {
    return this.ask('POST', paths.refresh, { refreshToken });
  }
}
