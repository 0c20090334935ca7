import { X, type LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useWords } from '../../../i18n/words-context.tsx';
import { checkLink } from '../../../text/link-check.ts';
import thing from '../../../ui/ThingCard.module.css';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import css from './LinkCard.module.css';
import { useMessageActions } from './message-actions.ts';

interface Props {
  url: string;
  icon: LucideIcon;
  title: string;
  /** A quiet line below the title. */
  about: string;
  text: string;
  /** Takes the card away; missing where the reader may not. */
  onRemove?: (() => void) | undefined;
}

/** A link as a card. Nothing is fetched from where it leads. */
export function LinkCard({ url, icon: Icon, title, about, text, onRemove }: Props) {
  const t = useWords();
  const actions = useMessageActions();
  const checked = checkLink(url, '');
  const inside = (
    <>
      <span className={thing.sign} aria-hidden>
        <Icon />
      </span>
      <b className={classNames(thing.title, css.title)} dir="auto">
        {title === '' ? url : title}
      </b>
      <small className={classNames(thing.about, css.about)} dir="auto">
        {about}
      </small>
      {text === '' ? null : (
        <p className={css.text} dir="auto">
          {text}
        </p>
      )}
    </>
  );
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (checked.open && event.button <= 1) actions.openLink(checked.url);
  };
  return (
    <div className={css.place}>
      {checked.open ? (
        <a
          className={classNames(thing.card, css.card)}
          href={checked.url}
          rel="noopener noreferrer"
          tabIndex={-1}
          data-stop
          draggable={false}
          onClick={open}
          onAuxClick={open}
        >
          {inside}
        </a>
      ) : (
        <div className={classNames(thing.card, css.card)}>{inside}</div>
      )}
      {onRemove === undefined ? null : (
        <span className={css.remove}>
          <IconButton
            size="small"
            label={t('previews.remove')}
            excludeFromTabOrder
            data-stop
            onPress={onRemove}
          >
            <X />
          </IconButton>
        </span>
      )}
    </div>
  );
}

/** Where a link leads. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
