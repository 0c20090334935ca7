import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Scheduled } from '../../../shared/domain/kinds/scheduled.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { orgScope, userScope } from '../../../shared/domain/scope.ts';
import type { ScheduledView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { People } from './people.ts';

interface Sources {
  readonly cache: Cache;
  readonly people: People;
  readonly channels: Channels;
}

/** What the person sends later: first what could not go out, then by time. */
export function scheduledList({ cache, people, channels }: Sources): ScheduledView[] {
  const own = userScope(cache.userId);
  const where = (id: ChannelId): string => {
    // S11: of a place that was left nobody keeps the name.
    if (cache.overlay.get(own, 'membership', id) === undefined) return '';
    const channel = channels.row(id);
    if (channel === undefined) return '';
    return channel.name === '' ? channels.title(channel) : `#${channel.name}`;
  };
  const line = (text: string): string =>
    plainText(text, {
      person: (id) => people.row(id)?.displayName,
      channel: (id) => channels.row(id)?.name,
      group: (id) => cache.overlay.get(orgScope, 'group', id)?.name,
      someone: '…',
    });
  const view = (row: Scheduled): ScheduledView => ({
    id: row.id,
    channelId: row.channelId,
    rootId: row.rootId,
    where: where(row.channelId as ChannelId),
    text: row.text,
    line: row.text === '' ? filesIn(row) : line(row.text),
    at: row.at,
    why: row.why,
    failed: row.failed,
    waiting: cache.overlay.shown(own, 'scheduled', row.id)?.entry.state === 'waiting',
  });
  return cache.overlay
    .list(own, 'scheduled')
    .map(view)
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at || (a.id < b.id ? -1 : 1));
}

const filesIn = ({ attachments }: Scheduled): string =>
  attachments.flatMap((one) => (one.type === 'file' ? [one.name] : [])).join(', ');

const rank = ({ failed }: ScheduledView): number => (failed === null ? 1 : 0);
