import { X, type LucideIcon } from 'lucide-react';
import { useState, type MouseEvent } from 'react';
import { useWords } from '../../../i18n/words-context.tsx';
import { checkLink } from '../../../text/link-check.ts';
import thing from '../../../ui/ThingCard.module.css';
import { classNames } from '../../../ui/class-names.ts';
import { Dotted } from '../../../ui/Dotted.tsx';
import { useWhenConnected } from '../../connection/use-when-connected.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import css from './LinkCard.module.css';
import { useMessageActions } from './message-actions.ts';

interface CardPicture {
  /** At the page's own origin. */
  address: string;
  /** Empty: it only decorates. */
  alt: string;
}

interface Props {
  url: string;
  icon: LucideIcon;
  /** Of what it leads to, in the icon's place. */
  picture?: CardPicture | undefined;
  title: string;
  /** A quiet line below the title. */
  about: readonly string[];
  text: string;
  /** Takes the card away; missing where the reader may not. */
  onRemove?: (() => void) | undefined;
}

/** A link as a card. Nothing is fetched from where it leads. */
export function LinkCard({ url, icon, picture, title, about, text, onRemove }: Props) {
  const t = useWords();
  const actions = useMessageActions();
  const checked = checkLink(url, '');
  const look = classNames(thing.card, css.card, picture && css.pictured);
  const inside = (
    <>
      <Sign icon={icon} picture={picture} />
      <b className={classNames(thing.title, css.title)} dir="auto">
        {title === '' ? url : title}
      </b>
      <small className={classNames(thing.about, css.about)}>
        <Dotted parts={about} />
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
          className={look}
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
        <div className={look}>{inside}</div>
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

/** Its place has one size, whether the picture is here, comes later, or never: nothing moves. */
function Sign({ icon: Icon, picture }: Pick<Props, 'icon' | 'picture'>) {
  const [failed, setFailed] = useState(false);
  // The relay could not be asked: it can be once the line comes back.
  useWhenConnected(() => setFailed(false));
  const shown = picture !== undefined && !failed;
  return (
    <span className={thing.sign}>
      {shown ? (
        <img
          src={picture.address}
          alt={picture.alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(true)}
        />
      ) : (
        <Icon aria-hidden />
      )}
    </span>
  );
}

/** Where a link leads. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
