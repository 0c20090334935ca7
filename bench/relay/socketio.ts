import { io, type Socket } from 'socket.io-client';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { fanoutFigures } from './fanout.ts';
import { Line, sends } from './line.ts';
import { evenly } from './pace.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const RECEIVERS = 1_000;
const PROCESSES = 2;
const EACH = RECEIVERS / PROCESSES;
/** What a row weighs on the wire, so that both carry the same bytes. */
const ROW_LENGTH = 450;

const ROUND = { messages: 512, underWay: 64, rounds: 3 };

/** Messages a second, seconds, and when a tenth of the sockets is cut. */
const CUT = { perSecond: 50, seconds: 10, afterSeconds: 3, sockets: RECEIVERS / 10 };

/** What all receivers together were told. */
interface Told {
  readonly lost: number;
  readonly doubled: number;
  readonly disordered: number;
  /** Receivers that were cut off and came back. */
  readonly returned: number;
  /** From the cut until the last of them had heard all that anybody had. */
  readonly wholeMs: number;
}

/**
 * Two scenarios on Socket.IO 4 with connection state recovery, which keeps messages in memory, and
 * on a relay, which keeps them on the disk. One sends to 1,000 receivers, 64 messages on the way at
 * once (floor: a plain `ws` broadcast); and 50 messages a second to 1,000 while a tenth of the
 * sockets is cut without a goodbye, and they come back by the client's own reconnection. Beside
 * each line stands ours, whose floor is Socket.IO's value.
 *
 * @throws {Error} where a delivery of ours is lost, doubled or out of order
 */
export async function socketIoFigures(): Promise<Figure[]> {
  const [ours] = await fanoutFigures();
  const fanout = await socketIoFanout();
  const theirCut = await socketIoCut();
  const ourCut = await balaiCut();
  const name = 'fanout_deliveries_per_s';
  return [
    { name: `socketio.${name}`, value: fanout, unit: '1/s', floor: ours!.floor },
    { name: `socketio.ours_${name}`, value: ours!.value, unit: '1/s', floor: fanout },
    ...figuresOf('socketio.cut', theirCut, null),
    ...figuresOf('socketio.ours_cut', ourCut, theirCut),
  ];
}

function figuresOf(name: string, told: Told, floor: Told | null): Figure[] {
  const counts = (['lost', 'doubled', 'disordered'] as const).map((what) => ({
    ...{ name: `${name}_${what}`, value: told[what], unit: 'deliveries', floor: null },
  }));
  const wholeFloor = floor === null ? null : floor.wholeMs / 1_000;
  const whole = { name: `${name}_whole_s`, value: told.wholeMs / 1_000, unit: 's' };
  return [...counts, { ...whole, floor: wholeFloor }];
}

async function socketIoFanout(): Promise<number> {
  const { server, url } = await startSocketIo();
  const receivers = await open('bench/relay/receivers.ts', [url, 'socketio'], () => ({
    count: EACH,
  }));
  const sender = await connect(url);
  const text = 'x'.repeat(ROW_LENGTH);
  const figures: number[] = [];
  for (const program of receivers) program.tell({ expect: ROUND.messages });
  for (let round = 0; round < ROUND.rounds; round++) {
    let left = ROUND.messages;
    const send = (): void => {
      if (left-- > 0) sender.emit('message', text, send);
    };
    const began = performance.now();
    for (let i = 0; i < ROUND.underWay; i++) send();
    await Promise.all(receivers.map((program) => program.line()));
    figures.push((ROUND.messages * RECEIVERS) / ((performance.now() - began) / 1_000));
  }
  sender.disconnect();
  for (const program of receivers) await program.stop();
  await server.stop();
  return median(figures);
}

async function socketIoCut(): Promise<Told> {
  const { server, url } = await startSocketIo();
  const receivers = await open('bench/relay/cut-clients.ts', [url, 'socketio'], () => ({
    count: EACH,
  }));
  const sender = await connect(url);
  const told = await cut(receivers, (n) => {
    sender.emit('message', `#${n}#`.padEnd(ROW_LENGTH, 'x'), () => undefined);
  });
  sender.disconnect();
  await server.stop();
  return told;
}

async function balaiCut(): Promise<Told> {
  const dir = temporaryFolder('cut');
  const { channelId, tokens } = await fillSeats(dir, RECEIVERS + 1);
  const { relay, url } = await startRelay(dir);
  const receivers = await open('bench/relay/cut-clients.ts', [url, 'balai'], (n) => ({
    tokens: tokens.slice(1 + n * EACH, 1 + (n + 1) * EACH),
  }));
  const line = await Line.open(url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  const told = await cut(receivers, (n) => {
    line.send(sends(channelId, [newId()], `#${n}#`.padEnd(120, 'x')));
  });
  line.close();
  await relay.stop();
  const { lost, doubled, disordered } = told;
  if (lost + doubled + disordered > 0) {
    throw new Error(`lost ${lost}, doubled ${doubled}, out of order ${disordered}`);
  }
  return told;
}

/** Sends at an even pace, and cuts a tenth of the sockets meanwhile, as many in each process. */
async function cut(receivers: readonly Program[], send: (n: number) => void): Promise<Told> {
  const { perSecond, seconds, afterSeconds, sockets } = CUT;
  const messages = perSecond * seconds;
  await evenly(perSecond, messages, (n) => {
    send(n);
    if (n === perSecond * afterSeconds) {
      for (const program of receivers) program.tell({ cut: sockets / PROCESSES });
    }
  });
  for (const program of receivers) program.tell({ expect: messages });
  const told = await Promise.all(receivers.map((program) => program.line<Told>()));
  for (const program of receivers) await program.stop();
  const sum = (pick: (one: Told) => number): number =>
    told.reduce((total, one) => total + pick(one), 0);
  const returned = sum((one) => one.returned);
  if (returned !== sockets) throw new Error(`${returned} of ${sockets} came back`);
  return {
    returned,
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    disordered: sum(({ disordered }) => disordered),
    wholeMs: Math.max(...told.map(({ wholeMs }) => wholeMs)),
  };
}

async function startSocketIo(): Promise<{ server: Program; url: string }> {
  const server = new Program('bench/relay/socketio-server.ts', []);
  const { listening } = await server.line<{ listening: string }>();
  return { server, url: listening };
}

async function open(
  file: string,
  args: readonly string[],
  opening: (n: number) => unknown,
): Promise<Program[]> {
  const programs: Program[] = [];
  for (let n = 0; n < PROCESSES; n++) {
    const program = new Program(file, args);
    programs.push(program);
    program.tell(opening(n));
    await program.line();
  }
  return programs;
}

async function connect(url: string): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return socket;
}
