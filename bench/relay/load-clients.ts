/**
 * People in a process of their own who write and read. Arguments: url, "balai" or "plain". On stdin
 * `{"seats"}`, each with a room and with a token (Balai), answered by `{"ready"}`; then
 * `{"perSecond", "count", "warmUp", "perRoom"}`: sends so many messages, room after room, each by
 * the next of those who sit there; answers what was measured once everybody has heard all of their
 * room, each message once, or once nothing was heard for ten seconds. The first `warmUp` messages
 * count as deliveries, not as times.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { Line, sends } from './line.ts';
import { evenly } from './pace.ts';

interface Seat {
  readonly room: string;
  readonly token: string;
}

interface Load {
  /** Of this process; its messages are those whose number modulo `processes` is `process`. */
  readonly perSecond: number;
  readonly count: number;
  readonly warmUp: number;
  readonly process: number;
  readonly processes: number;
  /** What each person is to hear, of all processes together. */
  readonly perRoom: number;
}

const [, , url, kind] = process.argv;
if (url === undefined) throw new Error('usage: load-clients.ts URL KIND');
const QUIET_MS = 10_000;
const SETTLED_MS = 500;
const STAMP = /@(\d+)@(\d+)@/g;
/** What a row weighs on the wire, so that both carry the same bytes. */
const TEXT_LENGTH = kind === 'balai' ? 120 : 450;

const acks: number[] = [];
const deliveries: number[] = [];
let doubled = 0;
let warmUp = 0;
let heardAt = performance.now();

const since = (ns: bigint): number => Number(process.hrtime.bigint() - ns) / 1e6;

/** One connection: what it has heard, and what it waits to be acknowledged, in order of sending. */
class Person {
  readonly heard = new Set<number>();
  readonly #waiting: { n: number; at: bigint }[] = [];
  readonly #send: (text: string) => void;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  say(n: number): void {
    const at = process.hrtime.bigint();
    this.#waiting.push({ n, at });
    this.#send(`@${at}@${n}@`.padEnd(TEXT_LENGTH, 'x'));
  }

  acknowledged(count: number): void {
    for (const { n, at } of this.#waiting.splice(0, count)) if (n >= warmUp) acks.push(since(at));
  }

  hear(text: string): void {
    for (const [, at, number] of text.matchAll(STAMP)) {
      const n = Number(number);
      if (this.heard.has(n)) doubled++;
      this.heard.add(n);
      if (n >= warmUp) deliveries.push(since(BigInt(at!)));
      heardAt = performance.now();
    }
  }

  get waiting(): number {
    return this.#waiting.length;
  }
}

const newId = uuid7Generator(Date.now);
const rooms = new Map<string, Person[]>();

async function sitDown({ room, token }: Seat): Promise<void> {
  const person = kind === 'balai' ? await seatBalai(room, token) : await seatPlain(room);
  const there = rooms.get(room);
  if (there === undefined) rooms.set(room, [person]);
  else there.push(person);
}

async function seatBalai(room: string, token: string): Promise<Person> {
  const line = await Line.open(url!, token);
  const person = new Person((text) => line.send(sends(room, [newId()], text)));
  line.onText((text) => {
    if (!text.startsWith('{"t":"acks"')) return person.hear(text);
    const { acks: answers } = JSON.parse(text) as { acks: { ok: boolean }[] };
    if (answers.some(({ ok }) => !ok)) throw new Error(`refused: ${text}`);
    person.acknowledged(answers.length);
  });
  return person;
}

async function seatPlain(room: string): Promise<Person> {
  const socket = new WebSocket(url!, { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send(room);
  await once(socket, 'message');
  const person = new Person((text) => socket.send(text));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text === 'ok') person.acknowledged(1);
    else person.hear(text);
  });
  return person;
}

async function run(load: Load): Promise<void> {
  warmUp = load.warmUp;
  const tables = [...rooms.values()];
  const people = tables.flat();
  await evenly(load.perSecond, load.count, (n) => {
    const table = tables[n % tables.length]!;
    const person = table[Math.floor(n / tables.length) % table.length]!;
    person.say(n * load.processes + load.process);
  });
  const done = (): boolean =>
    people.every(({ heard, waiting }) => heard.size === load.perRoom && waiting === 0);
  const watch = setInterval(() => {
    if (performance.now() - heardAt < (done() ? SETTLED_MS : QUIET_MS)) return;
    clearInterval(watch);
    const lost = people.reduce((sum, { heard }) => sum + load.perRoom - heard.size, 0);
    const unanswered = people.reduce((sum, { waiting }) => sum + waiting, 0);
    process.stdout.write(`${JSON.stringify({ acks, deliveries, lost, doubled, unanswered })}\n`);
  }, 100);
}

createInterface(process.stdin).on('line', (line) => {
  const message = JSON.parse(line) as { seats: Seat[] } | Load;
  if (!('seats' in message)) return void run(message);
  void Promise.all(message.seats.map(sitDown)).then(() => process.stdout.write('{"ready":true}\n'));
});
