import type { Clock } from '../../../shared/domain/clock.ts';
import type { Core } from '../../core/core-port.ts';
import { amongOthers } from '../workspaces/among-others.ts';
import { Neighbourhood } from '../workspaces/neighbourhood.ts';
import { watchOwnState } from '../workspaces/own-state.ts';
import {
  FIRST,
  type WorkspaceFolder,
  type WorkspaceFolders,
} from '../workspaces/workspace-folders.ts';
import type { Host } from './host-server.ts';

export interface WorkspaceHostsOptions {
  readonly folders: WorkspaceFolders;
  /** The core of the profile's own folder, which is there already. */
  readonly first: Core;
  /** Opens the core of another workspace. */
  readonly openCore: (folder: WorkspaceFolder) => Promise<Core>;
  /** Serves a core at an origin of its own. */
  readonly serve: (core: Core, id: string) => Promise<Host>;
  readonly clock: Clock;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

interface Member {
  readonly core: Core;
  readonly host: Host;
  readonly stop: () => void;
}

/**
 * The workspaces of a profile in the browser host: each has its own core over its own folder, and
 * its own port, hence in the browser an origin, a cookie and a storage that no other page reads.
 */
export class WorkspaceHosts {
  readonly #options: WorkspaceHostsOptions;
  readonly #neighbours = new Neighbourhood();
  readonly #members = new Map<string, Member>();
  /** One at a time, so that two wishes for one more make two. */
  #adding: Promise<unknown> = Promise.resolve();

  private constructor(options: WorkspaceHostsOptions) {
    this.#options = options;
  }

  /** @throws where a core or a port cannot be opened */
  static async open(options: WorkspaceHostsOptions): Promise<WorkspaceHosts> {
    const hosts = new WorkspaceHosts(options);
    try {
      for (const folder of options.folders.open()) {
        const isFirst = folder.id === FIRST;
        await hosts.#take(folder, isFirst ? options.first : await options.openCore(folder));
      }
    } catch (error) {
      await hosts.close();
      throw error;
    }
    return hosts;
  }

  get port(): number {
    return this.#members.get(FIRST)?.host.port ?? 0;
  }

  /** An address that opens, once, the first workspace in which somebody is signed in. */
  async invite(): Promise<string> {
    for (const { core, host } of this.#members.values()) {
      if ((await core.handlers.session({})).state !== 'signed_out') return host.invite();
    }
    return this.#members.get(FIRST)!.host.invite();
  }

  async close(): Promise<void> {
    for (const id of [...this.#members.keys()]) await this.#end(id);
  }

  async #take(folder: WorkspaceFolder, own: Core): Promise<Member> {
    const { id } = folder;
    const { clock, log, serve } = this.#options;
    this.#neighbours.add(folder);
    let lines = 0;
    const core = amongOthers(own, {
      list: () => this.#neighbours.listFor(id),
      onChange: (listener) => {
        lines++;
        const stop = this.#neighbours.onChange(listener);
        return () => {
          stop();
          lines--;
          if (lines === 0 && !this.#isKnown(id)) void this.#remove(id);
        };
      },
      open: (other) => Promise.resolve(this.#members.get(other)?.host.invite() ?? null),
      add: () => this.#add(),
      leave: () => Promise.resolve(this.#leave(id)),
    });
    const stop = watchOwnState(own, clock, (state) => this.#neighbours.told(id, state), log);
    try {
      const member = { core, host: await serve(core, id), stop };
      this.#members.set(id, member);
      return member;
    } catch (error) {
      stop();
      await own.close();
      throw error;
    }
  }

  #add(): Promise<string | null> {
    const adding = this.#adding.then(async () => {
      const free = this.#members.get(this.#neighbours.free() ?? '');
      if (free !== undefined) return free.host.invite();
      const folder = this.#options.folders.add();
      return (await this.#take(folder, await this.#options.openCore(folder))).host.invite();
    });
    this.#adding = adding.catch(() => undefined);
    return adding;
  }

  /** Nobody lists it any more; its folder goes with the last page that shows its door. */
  #leave(id: string): string | null {
    const other = this.#neighbours.other(id);
    if (other === undefined) return null;
    if (id === FIRST) this.#neighbours.cleared(id);
    else this.#neighbours.remove(id);
    return this.#members.get(other)?.host.invite() ?? null;
  }

  #isKnown(id: string): boolean {
    return this.#neighbours.listFor(id).some(({ here }) => here);
  }

  async #remove(id: string): Promise<void> {
    await this.#end(id);
    this.#options.folders.remove(id);
  }

  async #end(id: string): Promise<void> {
    const member = this.#members.get(id);
    if (member === undefined) return;
    this.#members.delete(id);
    member.stop();
    await member.host.close();
    await member.core.close();
  }
}
