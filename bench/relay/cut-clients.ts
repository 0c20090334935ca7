/**
 * Receivers in a process of their own some of which are cut off and come back. Arguments: url,
 * "balai" or "socketio". On stdin a line with the tokens (Balai) or a count, answered by
 * `{"ready"}`; `{"cut": n}` cuts the first n; `{"expect": n}` waits until each has heard n messages,
 * or until nothing was heard for ten seconds, and answers what they were told. Messages are `#<n>#`.
 */
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';
import { CuttableAgent } from './cuttable-agent.ts';
import { Ledger } from './ledger.ts';
import { ReturningClient } from './returning-client.ts';

const [, , url, kind] = process.argv;
if (url === undefined) throw new Error('usage: cut-clients.ts URL KIND');
const QUIET_MS = 10_000;
/** Whoever has heard everything may still hear it twice. */
const SETTLED_MS = 1_000;
const NUMBER = /#(\d+)#/;

let newest = -1;
let heardAt = performance.now();

interface Client {
  readonly agent: CuttableAgent;
  readonly ledger: Ledger;
}

function hear(ledger: Ledger, text: string): void {
  const n = Number(NUMBER.exec(text)?.[1]);
  newest = Math.max(newest, n);
  heardAt = performance.now();
  ledger.hear(n, newest);
}

function openBalai(client: Client, token: string): Promise<void> {
  const { agent, ledger } = client;
  return new Promise((resolve) => {
    const returning = new ReturningClient(url!, token, {
      agent,
      changed: () => returning.ready && resolve(),
      row: ({ kind: what, text = '' }) => what === 'message' && hear(ledger, text),
    });
    returning.connect();
  });
}

function openSocketIo({ agent, ledger }: Client): Promise<void> {
  // Its own reconnection, as it is by default. Its types know the browser's agent alone.
  const options = { transports: ['websocket'], forceNew: true, agent: agent as unknown as string };
  const socket = io(url!, options);
  socket.on('message', (text: string) => hear(ledger, text));
  return new Promise((resolve) => socket.once('connect', () => resolve()));
}

const clients: Client[] = [];

async function open(tokens: readonly string[]): Promise<void> {
  await Promise.all(
    tokens.map((token) => {
      const client = { agent: new CuttableAgent(), ledger: new Ledger() };
      clients.push(client);
      return kind === 'balai' ? openBalai(client, token) : openSocketIo(client);
    }),
  );
  process.stdout.write('{"ready":true}\n');
}

function report(expected: number): void {
  const sum = (pick: (ledger: Ledger) => number): number =>
    clients.reduce((total, { ledger }) => total + pick(ledger), 0);
  const whole = clients.map(({ ledger }) => ledger.wholeMs ?? 0);
  const told = {
    lost: sum(({ heard }) => expected - heard),
    doubled: sum(({ doubled }) => doubled),
    disordered: sum(({ disordered }) => disordered),
    returned: clients.filter(({ agent }) => agent.opened > 1).length,
    wholeMs: Math.max(...whole),
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

interface Told {
  readonly tokens?: string[];
  readonly count?: number;
  readonly cut?: number;
  readonly expect?: number;
}

createInterface(process.stdin).on('line', (line) => {
  const { tokens, count = 0, cut, expect } = JSON.parse(line) as Told;
  if (cut !== undefined) {
    for (const { agent, ledger } of clients.slice(0, cut)) {
      ledger.cut();
      agent.cut();
    }
  } else if (expect !== undefined) {
    const watch = setInterval(() => {
      const all = clients.every(({ ledger }) => ledger.heard === expect);
      if (performance.now() - heardAt < (all ? SETTLED_MS : QUIET_MS)) return;
      clearInterval(watch);
      report(expect);
    }, 100);
  } else {
    void open(tokens ?? Array.from({ length: count }, () => ''));
  }
});
