// A Balai client by somebody who has read docs/protocol.md and nothing else: it has `ws`, and no line
// of this repository. It holds everything in memory. Its owner speaks with it in lines:
//   node client.mjs ADDRESS NAME PASSWORD
//   say CHANNEL TEXT | show CHANNEL      (a line of JSON answers each `show`)
//   attach CHANNEL FILE | fetch CHANNEL FILE
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

const PIECE = 40_000; // Small, so that a line may break between two.
const PAGE = 20; // Small, so that an hour away leaves a hole to fill.
const [address, name, password] = process.argv.slice(2);
const scopes = new Map(); // scope -> { rows, cursor, head, holes: [low, high][], asked }
const questions = new Map(); // id -> scope
const outbox = []; // { command, at }: `at` once it is acknowledged
const seen = { holes: 0, pieces: 0, refused: [] };
let [failures, lastHeard, lastId] = [0, 0, 0];
let socket;
let tokens;

async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.json()).code);
  tokens = await answer.json();
}

function uuidV7() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

const up = (frame) => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify(frame));

/** Steps 3 and 5: what is newer than the cursor, then what lies in the holes, a page at a time. */
function ask(scope) {
  const mine = scopes.get(scope);
  const behind = mine.head > mine.cursor;
  if (mine.asked || (!behind && mine.holes.length === 0)) return;
  const [after, upTo] = behind ? [mine.cursor, null] : mine.holes.at(-1);
  mine.asked = true;
  questions.set(++lastId, scope);
  up({ t: 'pull', id: lastId, scope, after, upTo, limit: PAGE });
}

function know({ scope, head }) {
  if (!scopes.has(scope)) scopes.set(scope, { rows: new Map(), cursor: 0, head, holes: [] });
  scopes.get(scope).head = Math.max(scopes.get(scope).head, head);
  ask(scope);
}

function apply(held, rows) {
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`;
    if (row.version <= (held.get(key)?.version ?? 0)) continue; // S3
    held.set(key, row);
    if (row.kind === 'membership' && row.deleted) scopes.delete(`channel:${row.id}`); // S11
  }
}

const down = {
  welcome(frame) {
    failures = 0;
    frame.scopes.forEach(know);
    const waiting = outbox.map(({ command }) => command); // S7; S1 makes a repeat harmless
    while (waiting.length > 0) up({ t: 'commands', commands: waiting.splice(0, 64) });
  },
  subscribed: (frame) => frame.scopes.forEach(know),
  page({ id, scope, from, to, head, rows }) {
    questions.delete(id);
    const mine = scopes.get(scope);
    if (mine === undefined) return;
    apply(mine.rows, rows);
    const left = mine.holes.flatMap(([low, high]) => [
      [low, Math.min(high, from)],
      [Math.max(low, to), high],
    ]);
    mine.holes = left.filter(([low, high]) => low < high);
    if (from > mine.cursor) mine.holes.push([mine.cursor, from]); // S6
    if (from > mine.cursor) seen.holes += 1;
    Object.assign(mine, { cursor: Math.max(mine.cursor, to), head: Math.max(mine.head, head) });
    mine.asked = false;
    ask(scope);
  },
  rows({ scope, from, to, rows }) {
    const mine = scopes.get(scope);
    if (mine === undefined) return;
    const next = from <= mine.cursor && to > mine.cursor; // S4
    if (next) apply(mine.rows, rows);
    if (next) mine.cursor = to;
    know({ scope, head: to });
  },
  failed({ id, code }) {
    const scope = questions.get(id);
    questions.delete(id);
    if (code === 'forbidden') scopes.delete(scope);
    else if (scopes.has(scope)) scopes.get(scope).asked = false; // The next frame of it asks again.
  },
  acks({ acks }) {
    for (const ack of acks) {
      const one = outbox.find(({ command }) => command.op === ack.op);
      if (one === undefined) continue;
      if (ack.ok) one.at = Object.entries(ack.at);
      else seen.refused.push(...outbox.splice(outbox.indexOf(one), 1), ack.refusal.code);
    }
  },
};

/** S8: whether a command may be taken off. */
function holds({ at }) {
  return at?.every(([scope, version]) => {
    const { cursor, holes } = scopes.get(scope) ?? { cursor: Infinity, holes: [] };
    return cursor >= version && !holes.some(([low, high]) => low < version && version <= high);
  });
}

function dial() {
  socket = new WebSocket(`${address.replace(/^http/, 'ws')}/api/v1/gateway`);
  const token = tokens.accessToken;
  socket.on('open', () => up({ t: 'hello', protocol: 1, client: 'stranger/1.0', token }));
  socket.on('message', (text) => {
    lastHeard = Date.now();
    const frame = JSON.parse(text);
    down[frame.t]?.(frame);
    for (const one of outbox.filter(holds)) outbox.splice(outbox.indexOf(one), 1);
  });
  socket.on('error', () => undefined); // `close` follows.
  socket.on('close', (code) => void lost(code));
}

async function lost(code) {
  questions.clear(); // S14
  for (const mine of scopes.values()) mine.asked = false;
  if (code === 4403) process.exit(0); // S12: what it holds goes with it.
  if (code === 4401) await post('/api/v1/session/refresh', { refreshToken: tokens.refreshToken });
  const wait = Math.random() * Math.min(30_000, 500 * 2 ** failures++);
  setTimeout(dial, wait);
}

function channelOf(called) {
  const rows = [...scopes.values()].flatMap((mine) => [...mine.rows.values()]);
  return rows.find((row) => row.kind === 'channel' && row.name === called)?.id;
}

function send(called, text, attachments = []) {
  const place = { channelId: channelOf(called), rootId: null, broadcast: false };
  const command = { op: uuidV7(), name: 'message.send', args: { ...place, text, attachments } };
  outbox.push({ command });
  up({ t: 'commands', commands: [command] });
}

async function ofFiles(method, path, body, headers) {
  const authorization = `Bearer ${tokens.accessToken}`;
  const options = { method, body, headers: { ...headers, authorization } };
  const answer = await fetch(`${address}/api/v1/files${path}`, options);
  if (answer.ok) return answer;
  throw Object.assign(new Error('refused'), await answer.json());
}

/** Until it is whole: after each failure the relay says where to go on. */
async function upload(about, bytes) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begin = JSON.stringify({ ...about, size: bytes.length, sha256 });
  const type = 'application/offset+octet-stream';
  for (;;) {
    try {
      let answer = await ofFiles('POST', '', begin, { 'content-type': 'application/json' });
      for (let at = await answer.json(); at.state !== 'done'; at = await answer.json()) {
        const headers = { 'content-type': type, 'upload-offset': `${at.offset}` };
        const piece = bytes.subarray(at.offset, at.offset + PIECE);
        answer = await ofFiles('PATCH', `/${about.id}`, piece, headers);
        seen.pieces += 1;
      }
      return;
    } catch ({ code }) {
      const final = ['forbidden', 'too_large', 'type_blocked', 'file_taken', 'invalid'];
      if (final.includes(code)) return void seen.refused.push(code);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const orders = {
  attach(called, file) {
    const bytes = readFileSync(file);
    const mediaType = 'application/octet-stream';
    const about = { id: uuidV7(), name: basename(file), mediaType };
    send(called, '', [{ type: 'file', ...about, size: bytes.length }]);
    void upload({ ...about, channelId: channelOf(called) }, bytes);
  },
  async fetch(called, file) {
    const rows = [...scopes.get(`channel:${channelOf(called)}`).rows.values()];
    const of = (row) => row.kind === 'file' && row.name === basename(file);
    const { id, state } = rows.find(of) ?? {};
    if (state !== 'ready') return void process.stdout.write(`${JSON.stringify({ state })}\n`);
    const answer = await ofFiles('GET', `/${id}`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    process.stdout.write(`${JSON.stringify({ state })}\n`);
  },
  say: (called, ...words) => send(called, words.join(' ')),
  show(called) {
    const mine = scopes.get(`channel:${channelOf(called)}`);
    const texts = [...(mine?.rows.values() ?? [])]
      .filter((row) => row.kind === 'message' && row.system === null && row.rootId === null)
      .sort((a, b) => a.position - b.position) // S5
      .map((row) => row.text);
    const whole = mine !== undefined && mine.cursor >= mine.head && mine.holes.length === 0;
    const shown = { texts, whole, waiting: outbox.length, ...seen };
    process.stdout.write(`${JSON.stringify(shown)}\n`);
  },
};

await post('/api/v1/session', { name, password, device: { id: randomUUID(), name: 'A stranger' } });
dial();
setInterval(() => {
  if (Date.now() - lastHeard > 10_000) up({ t: 'ping', n: 1 });
  if (Date.now() - lastHeard > 25_000) socket.terminate();
}, 5_000);
createInterface(process.stdin)
  .on('line', (line) => orders[line.split(' ')[0]]?.(...line.split(' ').slice(1)))
  .on('close', () => process.exit(0));
