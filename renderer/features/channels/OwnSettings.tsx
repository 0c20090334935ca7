import type { ChannelView } from '../../../shared/rpc/views.ts';
import { notifyLevels } from '../../../shared/domain/kinds/membership.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import css from './channels.module.css';

type Level = (typeof notifyLevels)[number];

const WORDS = {
  all: 'channels.notifyAll',
  mentions: 'channels.notifyMentions',
  nothing: 'channels.notifyNothing',
} as const;

/** What the reader has set for themselves in a channel; nobody else sees it. */
export function OwnSettings({
  channelId,
  mine,
}: {
  channelId: string;
  mine: NonNullable<ChannelView['mine']>;
}) {
  const t = useWords();
  const act = useAct();
  const set = (change: { starred?: boolean; muted?: boolean; notify?: Level }): void =>
    void act((core) => core.setMembership({ channelId, ...change }));
  const level = notifyLevels.find((each) => each === mine.notify) ?? 'mentions';
  return (
    <section className={css.block}>
      <Switch
        label={t('channels.star')}
        note={t('channels.starNote')}
        isOn={mine.starred}
        onChange={(starred) => set({ starred })}
      />
      <Switch
        label={t('channels.mute')}
        note={t('channels.muteNote')}
        isOn={mine.muted}
        onChange={(muted) => set({ muted })}
      />
      <Select
        label={t('channels.notify')}
        value={level}
        options={notifyLevels.map((value) => ({ value, label: t(WORDS[value]) }))}
        onChange={(notify) => set({ notify })}
      />
    </section>
  );
}
