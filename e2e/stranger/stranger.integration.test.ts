import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { SeededRandom } from '../../shared/testing/random.ts';
import { Cable } from '../support/cable.ts';
import { Office, PASSWORD } from '../system/office.ts';

const shown = z.object({
  texts: z.array(z.string()),
  whole: z.boolean(),
  waiting: z.number(),
  holes: z.number(),
  pieces: z.number(),
  refused: z.array(z.string()),
});

/** The client that knows nothing but docs/protocol.md, in a process of its own. */
class Stranger {
  readonly #lines: AsyncIterator<string>;
  readonly #tell: (line: string) => void;

  constructor(address: string, name: string) {
    const program = join(import.meta.dirname, 'client.mjs');
    const child = spawn(process.execPath, [program, address, name, PASSWORD], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    this.#lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    this.#tell = (line) => void child.stdin.write(`${line}\n`);
  }

  say(channel: string, text: string): void {
    this.#tell(`say ${channel} ${text}`);
  }

  attach(channel: string, file: string): void {
    this.#tell(`attach ${channel} ${file}`);
  }

  /** Saves a file of this name; answers its state. */
  async fetch(channel: string, file: string): Promise<string | undefined> {
    this.#tell(`fetch ${channel} ${file}`);
    const { value } = await this.#lines.next();
    return (JSON.parse(value as string) as { state?: string }).state;
  }

  async show(channel: string): Promise<z.infer<typeof shown>> {
    this.#tell(`show ${channel}`);
    const { value } = await this.#lines.next();
    return shown.parse(JSON.parse(value as string));
  }
}

/** These texts in this order, each once, no gap between them, and nothing left to be sent. */
const whole = (texts: readonly string[]) => ({ texts, whole: true, waiting: 0, refused: [] });
const patience = { timeout: 30_000 };

const numbered = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);

it('docs/protocol.md alone is enough to write a client that loses and doubles nothing', async () => {
  const office = await Office.open(['ayu', 'budi']);
  const ayu = await office.signedIn('ayu');
  const { op: gudang } = await ayu.api.createChannel({
    name: 'gudang',
    type: 'public',
    topic: '',
    userIds: [office.id('budi')],
  });
  const before = numbered('before', 45);
  for (const text of before) await ayu.send(gudang, text);
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);

  const cable = await Cable.to(Number(new URL(office.address).port));
  onTestFinished(() => cable.close());
  const stranger = new Stranger(cable.address, 'budi');
  const held = () => stranger.show('gudang');
  await expect.poll(held, patience).toMatchObject(whole(before));
  const first = await held();
  expect(first.holes, 'S6: the newest page came first, the rest was a hole').toBeGreaterThan(0);

  stranger.say('gudang', 'hello from elsewhere');
  await ayu.until(async () => (await ayu.texts(gudang)).at(-1) === 'hello from elsewhere');
  await ayu.send(gudang, 'hello back');
  const spoken = [...before, 'hello from elsewhere', 'hello back'];
  await expect.poll(held, patience).toMatchObject(whole(spoken));

  // S1: the line goes down behind a command, whose acknowledgement may be lost with it.
  stranger.say('gudang', 'on the way');
  await ayu.until(async () => (await ayu.texts(gudang)).at(-1) === 'on the way');
  cable.cut();
  stranger.say('gudang', 'written alone');
  for (const text of numbered('meanwhile', 70)) await ayu.send(gudang, text);
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);
  cable.mend();

  const all = [...spoken, 'on the way', ...numbered('meanwhile', 70), 'written alone'];
  await expect.poll(held, patience).toMatchObject(whole(all));
  expect((await held()).holes).toBeGreaterThan(first.holes);
  await ayu.until(async () => (await ayu.texts(gudang)).at(-1) === 'written alone');
  expect(await ayu.texts(gudang)).toEqual(all);
});

it('docs/protocol.md alone is enough to send a file over a line that breaks, and to read one', async () => {
  const office = await Office.open(['ayu', 'budi']);
  const ayu = await office.signedIn('ayu');
  await ayu.api.createChannel({
    ...{ name: 'gudang', type: 'public', topic: '' },
    userIds: [office.id('budi')],
  });
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);
  const folder = mkdtempSync(join(tmpdir(), 'balai-stranger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [sent, got] = [join(folder, 'stok.bin'), join(folder, 'got', 'stok.bin')];
  mkdirSync(join(folder, 'got'));
  const bytes = Buffer.from(new SeededRandom(3).bytes(6_000_000));
  writeFileSync(sent, bytes);

  const cable = await Cable.to(Number(new URL(office.address).port));
  onTestFinished(() => cable.close());
  const writer = new Stranger(cable.address, 'budi');
  const reader = new Stranger(office.address, 'ayu');
  await expect.poll(() => writer.show('gudang'), patience).toMatchObject({ whole: true });
  await expect.poll(() => reader.show('gudang'), patience).toMatchObject({ whole: true });

  writer.attach('gudang', sent);
  const pieces = async () => (await writer.show('gudang')).pieces;
  await expect.poll(pieces, { ...patience, interval: 1 }).toBeGreaterThan(2);
  cable.cut();
  expect(await pieces()).toBeLessThan(bytes.length / 40_000);
  // The message went ahead of its file.
  await expect.poll(() => reader.fetch('gudang', got), patience).toBe('waiting');
  cable.mend();
  await expect.poll(() => reader.fetch('gudang', got), patience).toBe('ready');
  expect(readFileSync(got).equals(bytes)).toBe(true);
  expect((await writer.show('gudang')).refused).toEqual([]);
});
