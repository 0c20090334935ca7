import { WebSocket } from 'ws';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { paths } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { SeededRandom } from '../../shared/testing/random.ts';
import { sends } from '../relay/line.ts';
import type { Seat } from './company.ts';
import type { Deed } from './day.ts';

/** What came of the work, counted by all of the crowd. */
export interface Tally {
  counts: { [name: string]: number };
  waits: number[];
  bytes: number;
}

/** What was missed overnight in each place, in versions. */
const NIGHT = 20;
const PAGE = 50;
/** Before the time of writing, so that whoever hears it can tell how long it took. */
const MARK = 'written at ';
const MARKED = new RegExp(`${MARK}(\\d+\\.\\d+)`, 'g');
const WORDS =
  'Truk dari Gresik masuk jam sepuluh, dermaga tiga. Tolong siapkan orang untuk bongkar.';

const newId = uuid7Generator(Date.now);

interface Heard {
  readonly t: string;
  readonly scopes?: readonly { scope: string; head: number }[];
}

/** One connected client. It keeps nothing but where each scope stands. */
export class Person {
  readonly seat: Seat;
  tally: Tally;
  readonly #url: string;
  readonly #heads = new Map<string, number>();
  #socket: WebSocket | null = null;
  #asked = 0;
  /** Commands and questions without an answer. */
  #open = 0;
  #free = (): void => undefined;
  #pong = (): void => undefined;
  #away = false;

  constructor(url: string, seat: Seat, tally: Tally) {
    this.#url = url.replace(/^http/, 'ws') + paths.gateway;
    this.seat = seat;
    this.tally = tally;
  }

  /** Connects, and asks for what was missed overnight; resolves when all of it is here. */
  async arrive(): Promise<void> {
    const began = performance.now();
    const socket = new WebSocket(this.#url, { perMessageDeflate: false });
    this.#socket = socket;
    const welcomed = new Promise<void>((resolve, reject) => {
      socket.on('message', (data: Buffer) => this.#hear(data, resolve));
      socket.once('error', reject);
      socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    });
    socket.once('open', () => {
      this.#send(
        { t: 'hello', protocol: PROTOCOL, client: 'simulated', token: this.seat.token },
        0,
      );
    });
    await welcomed;
    for (const [scope, head] of this.#heads) {
      if (scope === 'org' || head === 0) continue;
      const after = Math.max(0, head - NIGHT);
      this.#send({ t: 'pull', id: ++this.#asked, scope, after, upTo: null, limit: NIGHT });
    }
    this.#look(this.seat.team);
    await this.answered();
    this.#count('arrive');
    this.tally.waits.push(performance.now() - began);
  }

  post(channelId: ChannelId): void {
    // To the microsecond: both ends are in this process.
    const text = `${WORDS} ${MARK}${performance.now().toFixed(3)}`;
    this.#send(sends(channelId, [newId()], text));
    this.#count('post');
  }

  do(deed: Exclude<Deed, 'post'>, random: SeededRandom): void {
    this.#count(deed);
    const { team, department, site } = this.seat;
    const channelId = random.pick([team, department, site]);
    const head = this.#heads.get(`channel:${channelId}`) ?? 0;
    switch (deed) {
      case 'switch':
        this.#look(channelId);
        return this.#send({
          t: 'commands',
          commands: [
            {
              ...{ op: newId(), name: 'marker.set' },
              args: { channelId, epoch: 0, position: head, ordinal: head },
            },
          ],
        });
      case 'fetch':
        return this.#send({
          ...{ t: 'history', id: ++this.#asked, channelId, rootId: null },
          ...{ direction: 'before', position: Math.max(1, random.int(head + 1)), limit: PAGE },
        });
      case 'typing':
        return this.#send({ t: 'typing', channelId: team, rootId: null }, 0);
      default:
        this.#away = !this.#away;
        return this.#send({ t: 'presence', state: this.#away ? 'away' : 'active' }, 0);
    }
  }

  /** All that was sent has been answered, and what came of it has arrived (rows go before acks). */
  async answered(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => (this.#free = resolve));
    const pong = new Promise<void>((resolve) => (this.#pong = resolve));
    this.#socket!.send(JSON.stringify({ t: 'ping', n: 1 }));
    await pong;
  }

  #look(channelId: ChannelId): void {
    this.#send({ t: 'look', channels: [channelId], people: this.seat.colleagues }, 0);
  }

  #send(frame: unknown, answers = 1): void {
    this.#open += answers;
    this.#socket!.send(JSON.stringify(frame));
  }

  #count(name: string, by = 1): void {
    this.tally.counts[name] = (this.tally.counts[name] ?? 0) + by;
  }

  #hear(data: Buffer, welcomed: () => void): void {
    this.tally.bytes += data.byteLength;
    const text = data.toString();
    if (text.startsWith('{"t":"rows"')) return this.#delivered(text);
    const { t, scopes = [] } = JSON.parse(text) as Heard;
    if (t === 'welcome') {
      for (const { scope, head } of scopes) this.#heads.set(scope, head);
      welcomed();
    }
    if (t === 'pong') this.#pong();
    if (t === 'acks') this.#answer(text.split('"op":').length - 1);
    if (t === 'page' || t === 'history') this.#answer(1);
    // A refused command is answered by an ack; what fails here would falsify every figure.
    if (t === 'failed') throw new Error(`the relay answers ${text}`);
  }

  #answer(count: number): void {
    this.#open -= count;
    if (this.#open === 0) this.#free();
  }

  #delivered(text: string): void {
    const now = performance.now();
    for (const [, at] of text.matchAll(MARKED)) {
      this.#count('delivery');
      this.tally.waits.push(now - Number(at));
    }
    const [, scope, to] = /"scope":"([^"]+)".*?"to":(\d+)/.exec(text) ?? [];
    if (scope !== undefined) this.#heads.set(scope, Number(to));
  }
}
