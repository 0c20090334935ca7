import { Bell, BellRing } from 'lucide-react';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { notify } from '../../ui/notices.ts';

interface Props {
  channelId: string;
  rootId: string;
  following: boolean | null;
}

/** Follows the thread, or lets go of it. */
export function FollowButton({ channelId, rootId, following }: Props) {
  const t = useWords();
  const act = useAct();
  const on = following === true;
  const toggle = (): void => {
    void act((core) => core.followThread({ channelId, rootId, on: !on })).then((queued) => {
      if (queued !== undefined) notify(t(on ? 'thread.unfollowed' : 'thread.followed'));
    });
  };
  return (
    <IconButton label={t(on ? 'thread.unfollow' : 'thread.follow')} active={on} onPress={toggle}>
      {on ? <BellRing /> : <Bell />}
    </IconButton>
  );
}
