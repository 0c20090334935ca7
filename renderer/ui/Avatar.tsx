import type { CSSProperties } from 'react';
import { Bot, Moon } from 'lucide-react';
import type { PresenceState } from '../../shared/rpc/views.ts';
import { hueOf, initials } from './avatar-look.ts';
import css from './Avatar.module.css';
import { classNames } from './class-names.ts';

interface Props {
  id: string;
  name: string;
  size?: 'small' | 'medium' | 'normal' | 'large' | 'huge';
  /** Draws the dot; a person's name beside the avatar says the same in words. */
  presence?: PresenceState | null | undefined;
  /** Draws a moon in the dot's place: they are off. */
  off?: boolean;
  bot?: boolean;
}

/** Somebody's picture: their letters on a colour of their own. Decoration: name them beside it. */
export function Avatar({ id, name, size = 'normal', presence, off = false, bot = false }: Props) {
  return (
    <span
      className={classNames(css.avatar, css[size])}
      style={{ '--hue': hueOf(id) } as CSSProperties}
      aria-hidden
    >
      {bot ? <Bot /> : initials(name)}
      {presence === null || presence === undefined ? null : off ? (
        <span className={css.moon}>
          <Moon />
        </span>
      ) : (
        <PresenceDot presence={presence} />
      )}
    </span>
  );
}

function PresenceDot({ presence }: { presence: PresenceState }) {
  return <span className={classNames(css.dot, css[presence])} />;
}
