import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../../main/core/core-port.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import type { Office } from '../../e2e/support/office.ts';

const AT_ONCE = 60;

/** Somebody else of the office: a client without a window, in this process. */
export class Colleague {
  readonly #core: Core;

  private constructor(core: Core) {
    this.#core = core;
  }

  static async signIn(office: Office, name: string): Promise<Colleague> {
    const core = await createNodeCore({
      dir: mkdtempSync(join(office.dir, 'colleague-')),
      version: 'shots',
      relayAddress: office.address,
      allowInsecure: false,
      keyStore: 'file',
      log: () => undefined,
    });
    const { address } = office;
    const result = await core.handlers.signIn({ address, name, password: DEMO_PASSWORD });
    if (!result.ok) throw new Error(`${name} cannot sign in: ${result.code}`);
    const colleague = new Colleague(core);
    await colleague.#until(async () => {
      const { state, syncing } = await core.handlers.connection({});
      return state === 'connected' && syncing === null;
    });
    return colleague;
  }

  /** At their desk, so that the others see them there. */
  async sit(): Promise<void> {
    await this.#core.handlers.look({ channelId: null, people: [], active: true });
  }

  async type(channel: string): Promise<void> {
    const channelId = await this.#channel(channel);
    await this.#core.handlers.setTyping({ channelId, rootId: null });
  }

  async send(channel: string, texts: readonly string[]): Promise<void> {
    const channelId = await this.#channel(channel);
    // What waits is gone through with each change, so that thousands at once would take long.
    for (let first = 0; first < texts.length; first += AT_ONCE) {
      for (const text of texts.slice(first, first + AT_ONCE)) {
        await this.#core.handlers.send({ channelId, rootId: null, broadcast: false, text });
      }
      await this.#allSent();
    }
  }

  async remove(channel: string, person: string): Promise<void> {
    const channelId = await this.#channel(channel);
    const asked = { channelId, query: person, limit: 1 };
    const { people } = await this.#core.handlers.members(asked);
    const userId = people[0]?.id as UserId | undefined;
    if (userId === undefined) throw new Error(`${person} is not in ${channel}`);
    await this.#core.handlers.removeFromChannel({ channelId, userId });
    await this.#allSent();
  }

  async archive(channel: string): Promise<void> {
    const channelId = await this.#channel(channel);
    await this.#core.handlers.archiveChannel({ channelId, archived: true });
    await this.#allSent();
  }

  close(): Promise<void> {
    return this.#core.close();
  }

  async #channel(title: string): Promise<ChannelId> {
    const sidebar = await this.#core.handlers.sidebar({});
    const found = sidebar?.channels.find((channel) => channel.title === title);
    if (found === undefined) throw new Error(`no channel is called ${title}`);
    return found.id as ChannelId;
  }

  #allSent(): Promise<void> {
    return this.#until(async () => {
      const { waiting, refused } = await this.#core.handlers.connection({});
      if (refused > 0) throw new Error('the relay refused what a colleague did');
      return waiting === 0;
    });
  }

  async #until(holds: () => Promise<boolean>): Promise<void> {
    let changed = false;
    let wake = (): void => undefined;
    const stop = this.#core.onTopics(() => {
      changed = true;
      wake();
    });
    try {
      while (!(await holds())) {
        if (!changed) await new Promise<void>((resolve) => (wake = resolve));
        changed = false;
      }
    } finally {
      stop();
    }
  }
}
