import { expect, it } from 'vitest';
import { goOn } from '../testing/client.ts';
import { problem } from '../testing/file-relay.ts';
import { attachOf, someBytes, stream, testFiles } from '../testing/files.ts';

const MEGABYTE = 1024 * 1024;

type On = ReturnType<typeof testFiles>;

async function attached(on: On, bytes: Buffer, change = {}) {
  const result = await on.files.attach(attachOf(change), stream(bytes));
  if (!result.ok) throw new Error(result.code);
  return result.value.id;
}
const view = (on: On, id: string) => on.files.uploads().find((one) => one.id === id);
const stateOf = (on: On, id: string) =>
  expect.poll(() => on.files.uploads().find((one) => one.id === id)?.state, { interval: 5 });

it('brings a file to the relay in pieces, and says how far it is', async () => {
  const on = testFiles();
  const bytes = someBytes(2.5 * MEGABYTE);
  const id = await attached(on, bytes);
  expect(view(on, id)).toMatchObject({ state: 'sending', sent: 0, size: bytes.length });
  const seen: number[] = [];
  await expect
    .poll(
      () => {
        const now = view(on, id);
        seen.push(now?.sent ?? 0);
        return now?.state;
      },
      { interval: 0 },
    )
    .toBe('done');
  expect(on.relay.bytes(id)?.equals(bytes)).toBe(true);
  expect(on.relay.asked.filter((one) => one.startsWith('PATCH'))).toHaveLength(3);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

it('waits for the line, and begins when it is there', async () => {
  const on = testFiles();
  on.line.live = false;
  const id = await attached(on, someBytes(100));
  await goOn();
  expect(view(on, id)).toMatchObject({ state: 'waiting', reason: null });
  expect(on.relay.asked).toEqual([]);
  on.line.live = true;
  on.files.connected();
  await expect.poll(() => view(on, id)).toMatchObject({ state: 'done' });
});

it('goes on where the relay says, whatever was lost on the way', async () => {
  const on = testFiles();
  const bytes = someBytes(MEGABYTE + 5);
  on.relay.keeps = 300_000;
  const id = await attached(on, bytes);
  // The line breaks in the midst of the first piece, and what arrived counts.
  await stateOf(on, id).toBe('waiting');
  on.relay.keeps = Number.POSITIVE_INFINITY;
  on.opened.clock.advance(20_000);
  await expect.poll(() => on.relay.bytes(id)?.equals(bytes)).toBe(true);
});

it('S14: after a kill another process goes on with the same file', async () => {
  const on = testFiles();
  const bytes = someBytes(MEGABYTE + 5);
  on.relay.keeps = 300_000;
  const id = await attached(on, bytes);
  await stateOf(on, id).toBe('waiting');
  on.files.close();
  on.relay.keeps = Number.POSITIVE_INFINITY;
  const { files } = on.again();
  await expect.poll(() => on.relay.bytes(id)?.equals(bytes)).toBe(true);
  await expect.poll(() => files.uploads()[0]).toMatchObject({ id, state: 'done' });
});

it('two go at once, and the next begins when one is done', async () => {
  const on = testFiles();
  on.line.live = false;
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) ids.push(await attached(on, someBytes(2000, n)));
  on.line.live = true;
  on.files.connected();
  expect(on.files.uploads().map(({ state }) => state)).toEqual([
    ...['sending', 'sending', 'waiting', 'waiting'],
  ]);
  await expect.poll(() => ids.every((id) => on.relay.bytes(id) !== undefined)).toBe(true);
});

it.each(['too_large', 'type_blocked', 'forbidden', 'file_taken', 'invalid'])(
  'stops at %s, with the reason, until the person tries again',
  async (code) => {
    const on = testFiles();
    on.relay.strange.push(() => problem(403, code));
    const id = await attached(on, someBytes(100));
    await expect.poll(() => view(on, id)).toMatchObject({ state: 'refused', reason: code });
    on.opened.clock.advance(3_600_000);
    await goOn();
    expect(on.relay.asked).toHaveLength(1);
    on.files.retry(id);
    await expect.poll(() => view(on, id)).toMatchObject({ state: 'done' });
  },
);

it('tries later where the relay is away, full or too busy, and says so only of a full one', async () => {
  const on = testFiles();
  on.relay.strange.push(
    () => problem(503, 'unavailable'),
    () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    () => problem(507, 'no_space'),
  );
  const id = await attached(on, someBytes(100));
  for (let n = 0; n < 2; n++) {
    await stateOf(on, id).toBe('waiting');
    expect(view(on, id)?.reason).toBe(null);
    on.opened.clock.advance(20_000);
  }
  await stateOf(on, id).toBe('waiting');
  expect(view(on, id)).toMatchObject({ state: 'waiting', reason: 'no_space' });
  on.opened.clock.advance(65_000);
  await expect.poll(() => view(on, id)).toMatchObject({ state: 'done' });
});

it('sends again what arrived damaged, and gives up when it always does', async () => {
  const on = testFiles();
  const damaged = () => problem(422, 'damaged', 0);
  on.relay.strange.push(damaged);
  const id = await attached(on, someBytes(100));
  await stateOf(on, id).toBe('waiting');
  on.opened.clock.advance(20_000);
  await expect.poll(() => view(on, id)).toMatchObject({ state: 'done' });

  on.relay.strange.push(damaged, damaged, damaged);
  const other = await attached(on, someBytes(100, 2));
  for (let n = 0; n < 2; n++) {
    await stateOf(on, other).toBe('waiting');
    on.opened.clock.advance(20_000);
  }
  await stateOf(on, other).toBe('refused');
  expect(view(on, other)?.reason).toBe('damaged');
});

it('asks for another token once where the relay does not take this one', async () => {
  const on = testFiles();
  on.relay.token = 'a2';
  const id = await attached(on, someBytes(100));
  await expect.poll(() => view(on, id)).toMatchObject({ state: 'done' });
});

it('does not ask for ever a relay that never gets further', async () => {
  const on = testFiles();
  const same = () => Response.json({ offset: 0, state: 'open' });
  on.relay.strange.push(...Array.from({ length: 20 }, () => same));
  const id = await attached(on, someBytes(100));
  await stateOf(on, id).toBe('waiting');
  expect(on.relay.asked.length).toBeLessThan(8);
});

it('stops at once when it is taken back, and the relay hears of it', async () => {
  const on = testFiles();
  let answer: (response: Response) => void = () => undefined;
  on.relay.strange.push(() => new Promise<Response>((resolve) => (answer = resolve)));
  const id = await attached(on, someBytes(100));
  await expect.poll(() => on.relay.asked).toHaveLength(1);
  on.files.detach(id);
  answer(Response.json({ offset: 0, state: 'open' }));
  await expect.poll(() => on.relay.asked).toHaveLength(2);
  await goOn();
  expect(on.files.uploads()).toEqual([]);
  expect(on.relay.asked.map((one) => one.split(' ')[0])).toEqual(['POST', 'DELETE']);
});
