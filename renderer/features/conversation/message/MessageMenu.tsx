import {
  AlarmClock,
  Bookmark,
  BookmarkX,
  Copy,
  EyeOff,
  Forward,
  History,
  Link,
  ListChecks,
  MessageSquareText,
  Pencil,
  Pin,
  PinOff,
  Quote,
  SmilePlus,
  Trash2,
} from 'lucide-react';
import { useRef, type CSSProperties } from 'react';
import { Menu, Popover } from 'react-aria-components';
import type { MessageView } from '../../../../shared/rpc/views.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import { MenuItem, MenuLine } from '../../../ui/Menu.tsx';
import menuCss from '../../../ui/Menu.module.css';
import { isUnsent } from '../window/unsent.ts';
import { useMessageActions } from './message-actions.ts';
import css from './MessageMenu.module.css';
import {
  mayEdit,
  mayForward,
  mayPin,
  mayReact,
  mayRemove,
  maySave,
  threadOf,
  type Reader,
} from './permissions.ts';

/** Beside an element, or at a point of the window, px. */
export type MenuPlace = { beside: HTMLElement } | { x: number; y: number };

interface Props {
  message: MessageView;
  reader: Reader;
  inThread: boolean;
  place: MenuPlace;
  onPick: (message: MessageView) => void;
  onClose: () => void;
}

/** All that can be done with a message, with the keys that do the same on a focused one. */
export function MessageMenu({ message, reader, inThread, place, onPick, onClose }: Props) {
  const t = useWords();
  const actions = useMessageActions();
  const point = useRef<HTMLSpanElement>(null);
  const beside = useRef('beside' in place ? place.beside : null);
  const root = threadOf(message);
  const hasText = message.text !== '' && !message.deleted;
  const sent = !isUnsent(message);
  return (
    <>
      {'x' in place ? (
        <span
          ref={point}
          className={css.point}
          style={{ '--x': `${place.x}px`, '--y': `${place.y}px` } as CSSProperties}
        />
      ) : null}
      <Popover
        aria-label={t('conversation.more')}
        isOpen
        triggerRef={'beside' in place ? beside : point}
        placement={'beside' in place ? 'bottom end' : 'bottom start'}
        offset={4}
        className={menuCss.popover ?? ''}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Menu
          aria-label={t('conversation.more')}
          autoFocus="first"
          className={menuCss.menu ?? ''}
          onClose={onClose}
        >
          {mayReact(reader, message) ? (
            <MenuItem icon={<SmilePlus />} keys={['+']} onAction={() => onPick(message)}>
              {t('conversation.addReaction')}
            </MenuItem>
          ) : null}
          {root === null || inThread ? null : (
            <MenuItem
              icon={<MessageSquareText />}
              keys={['R']}
              onAction={() => actions.openThread(root)}
            >
              {t('conversation.replyInThread')}
            </MenuItem>
          )}
          {sent && !inThread ? (
            <MenuItem icon={<EyeOff />} keys={['U']} onAction={() => actions.markUnread(message)}>
              {t('conversation.markUnread')}
            </MenuItem>
          ) : null}
          {maySave(message) ? (
            <>
              <MenuItem
                icon={message.saved === null ? <Bookmark /> : <BookmarkX />}
                keys={['A']}
                onAction={() => actions.save(message, message.saved === null)}
              >
                {t(message.saved === null ? 'saved.save' : 'saved.remove')}
              </MenuItem>
              <MenuItem icon={<AlarmClock />} onAction={() => actions.remind(message)}>
                {t('saved.remindMe')}
              </MenuItem>
            </>
          ) : null}
          {mayPin(reader, message) ? (
            <MenuItem icon={<ListChecks />} keys={['T']} onAction={() => actions.makeTask(message)}>
              {t(message.task === null ? 'tasks.makeOf' : 'tasks.change')}
            </MenuItem>
          ) : null}
          {mayPin(reader, message) ? (
            <MenuItem
              icon={message.pinned === null ? <Pin /> : <PinOff />}
              keys={['P']}
              onAction={() => actions.pin(message, message.pinned === null)}
            >
              {t(message.pinned === null ? 'pins.pin' : 'pins.unpin')}
            </MenuItem>
          ) : null}
          <MenuLine />
          {hasText ? (
            <MenuItem icon={<Copy />} keys={['C']} onAction={() => actions.copyText(message.text)}>
              {t('common.copyText')}
            </MenuItem>
          ) : null}
          {hasText && sent && reader.mayWrite ? (
            <MenuItem icon={<Quote />} keys={['Q']} onAction={() => actions.quote(message)}>
              {t('conversation.quote')}
            </MenuItem>
          ) : null}
          {mayForward(message) ? (
            <MenuItem
              icon={<Forward data-mirror />}
              keys={['F']}
              onAction={() => actions.forward(message)}
            >
              {t('forward.menu')}
            </MenuItem>
          ) : null}
          <MenuItem icon={<Link />} onAction={() => actions.copyLink(message)}>
            {t('conversation.copyLink')}
          </MenuItem>
          {message.revisions > 0 ? (
            <MenuItem icon={<History />} keys={['H']} onAction={() => actions.history(message)}>
              {t('history.menu')}
            </MenuItem>
          ) : null}
          {mayEdit(reader, message) ? (
            <MenuItem icon={<Pencil />} keys={['E']} onAction={() => actions.edit(message)}>
              {t('conversation.edit')}
            </MenuItem>
          ) : null}
          {mayRemove(reader, message) ? (
            <MenuItem
              icon={<Trash2 />}
              keys={['Del']}
              danger
              onAction={() => actions.remove(message)}
            >
              {t('conversation.delete')}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </>
  );
}
