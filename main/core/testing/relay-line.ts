import { commands, type ArgsOf, type CommandName } from '../../../shared/commands/registry.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { companyKinds, isKind } from '../../../shared/domain/registry.ts';
import { orgScope, type Scope } from '../../../shared/domain/scope.ts';
import { downFrame, type Down, type DownFrame } from '../../../shared/protocol/down.ts';
import { upFrame, type Up, type UpFrame } from '../../../shared/protocol/up.ts';
import type { WireRow } from '../../../shared/protocol/wire-row.ts';
import { people } from '../../../shared/testing/office.ts';
import type { FakeRelay, Person } from './relay.ts';

/** One client's line, as the relay holds it. What goes down waits in `down` until the test takes it. */
export class RelayLine {
  readonly who: Person;
  readonly userId: UserId;
  readonly down: DownFrame[] = [];
  /** Every frame that came up, in order. */
  readonly came: UpFrame[] = [];
  follows: Set<Scope>;
  /** Scopes that questions are not answered about, and how. */
  readonly failing = new Map<Scope, Down<'failed'>['code']>();
  readonly #relay: FakeRelay;
  #present = '';

  constructor(relay: FakeRelay, who: Person) {
    this.#relay = relay;
    this.who = who;
    this.userId = people[who];
    this.follows = this.#scopes();
  }

  awaits(op: string): boolean {
    return op === this.#present;
  }

  push(frame: DownFrame): void {
    this.down.push(downFrame.parse(JSON.parse(JSON.stringify(frame))));
  }

  /** After any change: who came into a channel hears of it from now on, who left it no more. */
  refollow(): void {
    const now = this.#scopes();
    const news = [...now].filter((scope) => !this.follows.has(scope));
    this.follows = now;
    if (news.length === 0) return;
    this.push({ t: 'subscribed', scopes: news.map((scope) => this.#relay.headOf(scope)) });
  }

  receive(sent: UpFrame): void {
    const frame = upFrame.parse(JSON.parse(JSON.stringify(sent)));
    this.came.push(frame);
    switch (frame.t) {
      case 'commands':
        return this.#commands(frame);
      case 'pull':
        return this.#answer(frame, frame.scope, () => this.#relay.page(frame));
      case 'history':
        return this.#answer(frame, `channel:${frame.channelId}`, () => this.#relay.history(frame));
      case 'get':
        return this.push({ t: 'found', id: frame.id, rows: this.#get(frame), next: null });
      case 'find':
        return this.push(this.#find(frame));
      case 'search':
        return this.push(this.#relay.search(this.who, frame));
      default:
    }
  }

  close(): void {
    this.#relay.lines.delete(this);
  }

  #scopes(): Set<Scope> {
    const scopes = this.#relay.scopesOf(this.who);
    if (this.#relay.directory === 'lazy') scopes.delete(orgScope);
    return scopes;
  }

  #commands(frame: Up<'commands'>): void {
    for (const { op, name, args } of frame.commands) {
      const known = this.#relay.outcome(op);
      if (known !== undefined) {
        this.push({ t: 'acks', acks: [known] });
        continue;
      }
      if (!commands.has(name)) throw new Error(`no command ${name}`);
      this.#present = op;
      this.#relay.do(this.who, name as CommandName, args as ArgsOf<CommandName>, op);
      this.#present = '';
    }
  }

  #answer(frame: { id: number }, scope: Scope, make: () => DownFrame): void {
    const code = this.#relay.mayRead(this.who, scope) ? this.failing.get(scope) : 'forbidden';
    this.push(code === undefined ? make() : { t: 'failed', id: frame.id, code });
  }

  #find({ id, what, after, limit }: Up<'find'>): DownFrame {
    if (what !== 'company') return { t: 'found', id, rows: [], next: null };
    const own = this.#relay.work.get(orgScope, 'user', this.userId)!;
    const company = companyKinds.flatMap((kind) => this.#relay.work.all(orgScope, kind));
    const all = [own, ...company].map((row) => ({ scope: orgScope, row: row as WireRow }));
    const first = Number(after ?? 0);
    const end = first + Math.min(limit, this.#relay.pageRows);
    const next = end < all.length ? String(end) : null;
    return { t: 'found', id, rows: all.slice(first, end), next };
  }

  #get(frame: Up<'get'>): { scope: string; row: WireRow }[] {
    return frame.keys.flatMap(({ scope, kind, id }) => {
      if (!isKind(kind) || !this.#relay.mayRead(this.who, scope)) return [];
      const row = this.#relay.work.get(scope, kind, id);
      return row === undefined ? [] : [{ scope, row }];
    });
  }
}
