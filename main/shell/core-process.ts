import type { MessagePortMain, UtilityProcess } from 'electron';
import type { Clock } from '../../shared/domain/clock.ts';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { NoticeAnswer } from '../../shared/rpc/notice-api.ts';
import type { WorkspaceEntry } from '../../shared/rpc/workspace-entry.ts';
import { fromCore, type FromCore, type ToCore } from '../entry/core-messages.ts';

/** From one start to the next when the core keeps dying, ms. */
const PAUSES = [100, 500, 2_000, 5_000, 15_000] as const;
/** A core that has lived so long was well: the next fault counts as the first again, ms. */
const WELL_AFTER = 60_000;
/** How long the core may take to close its database before it is ended, ms. */
const CLOSES_WITHIN = 3_000;

/** `port`: the core's API. `file-port`: one file. */
export type PortKind = Extract<ToCore['what'], 'port' | 'file-port'>;

export interface CoreProcessOptions {
  /** Starts the process: `() => utilityProcess.fork(...)`. */
  readonly fork: () => UtilityProcess;
  readonly channel: () => { port1: MessagePortMain; port2: MessagePortMain };
  readonly clock: Clock;
  readonly onMessage: (message: FromCore) => void;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * Keeps the data core running in a process of its own. When it dies it is started again, later
 * each time; its ports close with it, and whoever held one asks for another (S14).
 */
export class CoreProcess {
  readonly #options: CoreProcessOptions;
  #process: UtilityProcess | undefined;
  #waiting: { what: PortKind; give: (port: MessagePortMain) => void }[] = [];
  #workspaces: WorkspaceEntry[] = [];
  #answers: NoticeAnswer[] = [];
  #faults = 0;
  #cancels: (() => void)[] = [];
  #stopped: (() => void) | undefined;

  constructor(options: CoreProcessOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#process !== undefined || this.#stopped !== undefined) return;
    const { clock, fork, log } = this.#options;
    const process = fork();
    this.#process = process;
    this.#cancels = [clock.after(WELL_AFTER, () => (this.#faults = 0))];
    process.once('exit', (code) => {
      this.#forget();
      if (this.#stopped !== undefined) return this.#stopped();
      const pause = PAUSES[Math.min(this.#faults++, PAUSES.length - 1)] ?? 0;
      log('the core ended and is started again', { code, pause });
      this.#cancels = [clock.after(pause, () => this.start())];
    });
    process.on('message', (message: unknown) => this.#options.onMessage(fromCore.parse(message)));
    this.#send({ what: 'workspaces', list: this.#workspaces });
    for (const answer of this.#answers.splice(0)) this.answer(answer);
    for (const { what, give } of this.#waiting.splice(0)) this.openPort(what, give);
  }

  /** Gives the other end of a new line to the core, as soon as there is a core. */
  openPort(what: PortKind, give: (port: MessagePortMain) => void): void {
    if (this.#stopped !== undefined) return;
    if (this.#process === undefined) {
      this.#waiting.push({ what, give });
      return;
    }
    const { port1, port2 } = this.#options.channel();
    this.#send({ what }, [port1]);
    give(port2);
  }

  /** The computer woke up, or its network changed. */
  networkChanged(): void {
    this.#send({ what: 'network-changed' });
  }

  /** Which workspaces there are; also told to a core that starts later. */
  tellWorkspaces(list: WorkspaceEntry[]): void {
    this.#workspaces = list;
    this.#send({ what: 'workspaces', list });
  }

  /** Asks whether a channel is one of this workspace's. */
  lookFor(channelId: ChannelId): void {
    this.#send({ what: 'has', channelId });
  }

  /** What the person answered to a notification; a core that is being started again hears it too. */
  answer(answer: NoticeAnswer): void {
    if (this.#process === undefined) this.#answers.push(answer);
    else this.#send({ what: 'answer', answer });
  }

  /** Ends the core for good: asks it to close its files, and ends it where it does not. */
  stop(): Promise<void> {
    const process = this.#process;
    const ended = new Promise<void>((resolve) => (this.#stopped = resolve));
    if (process === undefined) {
      this.#forget();
      this.#stopped?.();
    } else {
      this.#send({ what: 'close' });
      this.#cancels.push(this.#options.clock.after(CLOSES_WITHIN, () => process.kill()));
    }
    return ended;
  }

  #send(message: ToCore, ports: MessagePortMain[] = []): void {
    this.#process?.postMessage(message, ports);
  }

  #forget(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
    this.#process = undefined;
  }
}
