import { WebSocket } from 'ws';
import type { ArgsOf, CommandName } from '../../../shared/commands/registry.ts';
import type { ChannelId, MessageId, OpId } from '../../../shared/domain/ids.ts';
import type { Row } from '../../../shared/domain/registry.ts';
import { downFrame, type Down, type DownFrame } from '../../../shared/protocol/down.ts';
import { paths } from '../../../shared/protocol/http.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import { PROTOCOL } from '../../../shared/protocol/version.ts';

interface Waiting {
  readonly fits: (frame: DownFrame) => boolean;
  readonly resolve: (frame: DownFrame) => void;
  readonly reject: (error: Error) => void;
}

/** A client for tests: it checks every frame against the schemas, and waits for those it needs. */
export class TestClient {
  readonly ws: WebSocket;
  /** Frames that nobody took yet, in order. */
  readonly frames: DownFrame[] = [];
  /** How the connection ended. */
  readonly closed: Promise<{ code: number; bye: Down<'bye'> | undefined }>;
  #waiting: Waiting[] = [];
  #bye: Down<'bye'> | undefined;
  #next = 1;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.ws = new WebSocket(`${url.replace('http', 'ws')}${paths.gateway}`, { headers });
    this.ws.on('message', (data: Buffer) => this.#receive(data.toString()));
    this.closed = new Promise((resolve) => {
      this.ws.on('close', (code) => {
        resolve({ code, bye: this.#bye });
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const { reject } of waiting) reject(new Error(`the relay closed with ${code}`));
      });
    });
    this.ws.on('error', () => {});
  }

  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.ws.readyState === WebSocket.OPEN) resolve();
      this.ws.once('open', resolve);
      this.ws.once('error', reject);
    });
  }

  send(...frames: UpFrame[]): void {
    for (const frame of frames) this.ws.send(JSON.stringify(frame));
  }

  async hello(token: string): Promise<Down<'welcome'>> {
    await this.opened();
    this.send({ t: 'hello', protocol: PROTOCOL, client: 'test', token });
    return this.take('welcome');
  }

  /** The next frame of this kind that fits, whatever came before it. */
  async take<T extends DownFrame['t']>(
    t: T,
    fits: (frame: Down<T>) => boolean = () => true,
  ): Promise<Down<T>> {
    const matches = (frame: DownFrame): boolean => frame.t === t && fits(frame as Down<T>);
    const index = this.frames.findIndex(matches);
    if (index >= 0) return this.frames.splice(index, 1)[0] as Down<T>;
    return (await new Promise<DownFrame>((resolve, reject) => {
      this.#waiting.push({ fits: matches, resolve, reject });
    })) as Down<T>;
  }

  /** Sends commands in one frame. */
  commands(...commands: { op: OpId; name: CommandName; args: unknown }[]): void {
    this.send({ t: 'commands', commands });
  }

  /** Sends one command and gives its acknowledgement. */
  async run<N extends CommandName>(op: OpId, name: N, args: ArgsOf<N>) {
    this.commands({ op, name, args });
    return this.ack(op);
  }

  async ack(op: OpId) {
    const frame = await this.take('acks', ({ acks }) => acks.some((ack) => ack.op === op));
    const rest = frame.acks.filter((ack) => ack.op !== op);
    if (rest.length > 0) this.frames.unshift({ t: 'acks', acks: rest });
    return frame.acks.find((ack) => ack.op === op)!;
  }

  async pull(
    scope: string,
    after = 0,
    upTo: number | null = null,
  ): Promise<Down<'page' | 'failed'>> {
    const id = this.#next++;
    this.send({ t: 'pull', id, scope: scope as never, after, upTo, limit: 500 });
    return this.answer<'page' | 'failed'>(id);
  }

  /** The answer to a question that was asked with this id. */
  async answer<T extends DownFrame['t']>(id: number): Promise<Down<T>> {
    const matches = (frame: DownFrame): boolean => 'id' in frame && frame.id === id;
    const index = this.frames.findIndex(matches);
    if (index >= 0) return this.frames.splice(index, 1)[0] as Down<T>;
    return (await new Promise<DownFrame>((resolve, reject) => {
      this.#waiting.push({ fits: matches, resolve, reject });
    })) as Down<T>;
  }

  /** Resolves when everything that the relay sent before this call's ping has arrived. */
  async settled(): Promise<void> {
    const n = this.#next++;
    this.send({ t: 'ping', n });
    await this.take('pong', (pong) => pong.n === n);
  }

  close(): void {
    this.ws.close();
  }

  #receive(text: string): void {
    const frame = downFrame.parse(JSON.parse(text));
    if (frame.t === 'bye') this.#bye = frame;
    const index = this.#waiting.findIndex(({ fits }) => fits(frame));
    if (index < 0) this.frames.push(frame);
    else this.#waiting.splice(index, 1)[0]!.resolve(frame);
  }
}

export const sendArgs = (channelId: ChannelId, text: string): ArgsOf<'message.send'> => ({
  ...{ channelId, text, rootId: null as MessageId | null, broadcast: false, attachments: [] },
});

/** The texts of the messages among rows of the wire, system messages left out. */
export const textsOf = ({ rows }: { rows: readonly unknown[] }): string[] =>
  (rows as Row[]).flatMap((row) =>
    row.kind === 'message' && row.system === null ? [row.text] : [],
  );
