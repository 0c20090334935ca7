import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { fromBufferPromise } from 'yauzl';
import type { ImportReport } from '../server/services/import/slack/tally.ts';
import { Desk } from './support/desk.ts';
import { Process } from './support/process.ts';

/** A real export, whose people were given other names; see LICENCE.md beside it. */
const EXPORT = 'server/services/import/slack/fixtures/testarchive.zip';

interface Line {
  readonly ts: string;
  readonly user?: string;
  readonly subtype?: string;
  readonly text?: string;
  readonly thread_ts?: string;
  readonly attachments?: readonly { title?: string; pretext?: string; text?: string }[];
  readonly file?: { readonly title: string };
  readonly reactions?: readonly { readonly users: readonly string[] }[];
}

interface Export {
  readonly people: ReadonlyMap<string, string>;
  readonly channels: readonly string[];
  /** All that was said in a channel, in the order of its times. */
  lines(channel: string): Line[];
}

/** The export as anybody would read it, without any of the importer's code. */
async function readExport(): Promise<Export> {
  const zip = await fromBufferPromise(readFileSync(EXPORT));
  const files = new Map<string, unknown>();
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('.json')) continue;
    files.set(entry.fileName, JSON.parse(await text(await zip.openReadStreamPromise(entry))));
  }
  const users = files.get('users.json') as { id: string; profile: { real_name: string } }[];
  const channels = files.get('channels.json') as { name: string }[];
  return {
    people: new Map(users.map(({ id, profile }) => [id, profile.real_name])),
    channels: channels.map(({ name }) => name),
    lines: (channel) =>
      [...files]
        .filter(([file]) => file.startsWith(`${channel}/`))
        .flatMap(([, lines]) => lines as Line[])
        .sort((a, b) => Number(a.ts) - Number(b.ts)),
  };
}

/** Nothing but letters and digits: marks, spaces and emoji are drawn, not spelled. */
const letters = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What of a text in Slack's marks has to be read on the screen. */
const spelled = (source: string, people: ReadonlyMap<string, string>): string =>
  letters(
    source
      .replaceAll(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => people.get(id) ?? '')
      .replaceAll(/<[^>|]*\|([^>]*)>/g, '$1')
      .replaceAll(/:(?:[a-z][\w-]*|[+-]1):/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

/** Slack's own sentence about a file, which here is the file's card. */
const ABOUT_FILE = /^<@\w+> (?:uploaded a file: |commented on <@\w+>’s file )<[^>]*>:?/;

let dir: string;
let start: Process<{ clients: { person: string; url: string }[] }>;
test.beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'balai-import-'));
  start = await Process.start([
    'scripts/start.ts',
    ...['--no-open', '--json', '--data', dir, '--import', EXPORT],
  ]);
});
test.afterAll(async () => {
  await start.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('every line of a real export is on the screen, or in the report with its reason', async ({
  page,
}) => {
  const slack = await readExport();
  const report = JSON.parse(
    readFileSync(join(dir, 'imports', 'testarchive', 'relay', 'filled'), 'utf8'),
  ) as ImportReport;
  const desk = new Desk(page);
  await page.goto(start.answer.clients[0]!.url);

  const seen = { users: 0, channels: 0, messages: 0, reactions: 0, attachments: 0 };
  for (const channel of slack.channels) {
    await desk.open(channel);
    seen.channels += 1;
    const said = await desk.readThrough();
    const rows = await desk.messages.evaluateAll((articles: HTMLElement[]) =>
      articles.map((row) => [row.dataset['message'], row.textContent] as const),
    );
    const drawn = new Map(rows);
    const lines = slack.lines(channel);
    expect(said, `all of #${channel}, in its order`).toHaveLength(lines.length);
    for (const [index, line] of lines.entries()) {
      const { id, time, reactions } = said[index]!;
      const whole = letters(drawn.get(id) ?? '');
      expect(Date.parse(time)).toBe(Math.floor(Number(line.ts)) * 1_000);
      if (line.subtype === 'channel_join') {
        expect(whole).toContain(letters(slack.people.get(line.user ?? '') ?? '?'));
        expect(whole).toMatch(/joined|added/);
      } else {
        const words = line.text?.replace(ABOUT_FILE, '') ?? '';
        expect(whole).toContain(spelled(words, slack.people));
      }
      for (const { title = '', pretext = '', text: words = '' } of line.attachments ?? []) {
        for (const part of [title, pretext, words]) {
          expect(whole).toContain(spelled(part, slack.people));
        }
        seen.attachments += 1;
      }
      if (line.file !== undefined) {
        expect(whole).toContain(letters(line.file.title));
        seen.attachments += 1;
      }
      const counts = reactions.map((one) => Number(/\d+$/.exec(one)?.[0]));
      expect(counts).toEqual((line.reactions ?? []).map(({ users }) => users.length));
      seen.reactions += counts.reduce((sum, count) => sum + count, 0);
      seen.messages += 1;
      expect(line.thread_ts, 'this export has no threads').toBeUndefined();
    }
  }
  await page.keyboard.press('Control+Shift+e');
  for (const name of slack.people.values()) {
    await expect(desk.main.getByRole('listitem').filter({ hasText: name })).toHaveCount(1);
    seen.users += 1;
  }

  expect(report.imported).toMatchObject(seen);
  expect(report.read).toMatchObject(seen);
  for (const [part, count] of Object.entries(report.read)) {
    const left = report.skipped.filter(({ of }) => of === part);
    const missing = left.reduce((sum, one) => sum + one.count, 0);
    expect(report.imported[part as keyof typeof report.read] + missing).toBe(count);
    for (const { reason } of left) expect(reason).not.toBe('');
  }
});
