import type { ChannelType } from '../../../../shared/domain/kinds/channel.ts';
import { readList } from './read-json.ts';
import { ExportRefused } from './refused.ts';
import { slackPlace, type SlackPlace } from './schema/place.ts';
import { slackUser, type SlackUser } from './schema/user.ts';
import type { ExportSource } from './source.ts';
import type { Tally } from './tally.ts';

/** A list of places, and what those in it are here. */
const LISTS: Readonly<Record<string, ChannelType>> = {
  'channels.json': 'public',
  'groups.json': 'private',
  'mpims.json': 'group',
  'dms.json': 'dm',
};

/** What operating systems leave in folders. */
const DEBRIS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** A channel or conversation of the export, with its files. */
export interface Place {
  readonly type: ChannelType;
  readonly slack: SlackPlace;
  /** One file a day. */
  readonly files: readonly string[];
}

export interface Layout {
  readonly users: readonly SlackUser[];
  readonly places: readonly Place[];
}

/**
 * Reads the lists of an export and finds which file belongs where.
 *
 * @throws {ExportRefused}
 */
export async function readLayout(source: ExportSource, tally: Tally): Promise<Layout> {
  const root = rootOf(source);
  const users: SlackUser[] = [];
  const ids = new Set<string>();
  for (const [index, line] of (await readList(source, `${root}users.json`)).entries()) {
    const parsed = slackUser.safeParse(line);
    tally.read('users');
    if (!parsed.success) tally.skip('users', 'without an id', `users.json #${index}`);
    else if (ids.has(parsed.data.id)) tally.skip('users', 'twice', `users.json #${index}`);
    else users.push(parsed.data);
    if (parsed.success) ids.add(parsed.data.id);
  }
  const lists = Object.keys(LISTS).filter((name) => source.files.has(root + name));
  if (lists.length === 0) {
    throw new ExportRefused(
      'not_an_export',
      `${source.name} has people but no list of channels (${Object.keys(LISTS).join(', ')}). ` +
        'Nothing was imported: this is no complete Slack export.',
    );
  }
  const folders = foldersOf(source, root);
  const places: Place[] = [];
  for (const list of lists) {
    for (const [index, line] of (await readList(source, root + list)).entries()) {
      const parsed = slackPlace.safeParse(line);
      const type = LISTS[list] ?? 'public';
      const part = type === 'dm' || type === 'group' ? 'conversations' : 'channels';
      tally.read(part);
      if (!parsed.success) {
        tally.skip(part, 'without an id', `${list} #${index}`);
        continue;
      }
      const slack = parsed.data;
      const folder = [slack.name, slack.id].find((name) => name !== undefined && folders.has(name));
      const files = folder === undefined ? [] : (folders.get(folder) ?? []);
      if (folder !== undefined) folders.delete(folder);
      places.push({ type, slack, files });
    }
  }
  await countRest(source, root, folders, tally);
  return { users, places };
}

/** Where users.json lies: at the top, or in the one folder that a zip was made of. */
function rootOf(source: ExportSource): string {
  const found = [...source.files.keys()]
    .filter((path) => /(^|\/)users\.json$/.test(path) && !DEBRIS.test(path))
    .sort((a, b) => a.length - b.length);
  const [first] = found;
  if (first === undefined || first.split('/').length > 2) {
    throw new ExportRefused(
      'not_an_export',
      `${source.name} has no users.json. Nothing was imported: ` +
        'this is no Slack export, or a part of it is missing.',
    );
  }
  return first.slice(0, -'users.json'.length);
}

/** The day files of each folder. */
function foldersOf(source: ExportSource, root: string): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of source.files.keys()) {
    if (!path.startsWith(root) || DEBRIS.test(path)) continue;
    const [folder, file, ...deeper] = path.slice(root.length).split('/');
    if (folder === undefined || file === undefined || deeper.length > 0) continue;
    if (!file.endsWith('.json')) continue;
    const files = folders.get(folder);
    if (files === undefined) folders.set(folder, [path]);
    else files.push(path);
  }
  return folders;
}

/** Everything that belongs to no place: told, so that nothing is lost in silence. */
async function countRest(
  source: ExportSource,
  root: string,
  folders: ReadonlyMap<string, readonly string[]>,
  tally: Tally,
): Promise<void> {
  for (const files of folders.values()) {
    for (const path of files) {
      const { length } = await readList(source, path);
      tally.read('other', length);
      tally.skip('other', 'in a folder that no list of channels names', path, length);
    }
  }
  for (const path of source.files.keys()) {
    if (DEBRIS.test(path)) continue;
    const name = path.startsWith(root) ? path.slice(root.length) : path;
    if (name === 'users.json' || name in LISTS || /^[^/]+\/[^/]+\.json$/.test(name)) continue;
    if (name === 'integration_logs.json') {
      const { length } = await readList(source, path);
      tally.read('other', length);
      tally.skip('other', 'a line of the log of apps', path, length);
    } else {
      tally.read('other');
      tally.skip('other', 'a file of another sort', path);
    }
  }
}
