import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { OwnEmojiView, PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { notify } from '../../ui/notices.ts';
import { useOwnEmoji } from '../emoji/own-emoji.ts';
import { ACCEPTED, preparePicture } from '../emoji/prepare-picture.ts';
import { EmojiNameDialog } from './EmojiNameDialog.tsx';
import css from './settings.module.css';
import own from './OwnEmojiSection.module.css';
import { SettingsSection } from './SettingsSection.tsx';

/** Emoji of the workspace: all of them, and what this person may do with them. */
export function OwnEmojiSection({ me }: { me: PersonView }) {
  const t = useWords();
  const act = useAct();
  const input = useRef<HTMLInputElement>(null);
  const emoji = useOwnEmoji();
  const company = useLive('company', {}, ['company', 'sidebar']);
  const [picture, setPicture] = useState<string | null>(null);
  const [removed, setRemoved] = useState<OwnEmojiView | null>(null);
  const isAdmin = me.role !== 'member';
  const mayAdd = isAdmin || company?.emojiBy !== 'administrators';
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const prepared = await preparePicture(file);
    if ('picture' in prepared) setPicture(prepared.picture);
    else notify(t(`ownEmoji.problem.${prepared.problem}`), { bad: true });
  };
  return (
    <SettingsSection title={t('ownEmoji.title')} note={t('ownEmoji.note')}>
      {emoji.length === 0 ? (
        <p className={css.quiet}>{t(mayAdd ? 'ownEmoji.none' : 'ownEmoji.noneAsk')}</p>
      ) : (
        <ul className={own.list} aria-label={t('ownEmoji.title')}>
          {emoji.map((one) => (
            <li key={one.id} className={own.row}>
              <img className={own.picture} src={one.url} alt="" />
              <bdi className={own.name} dir="ltr">
                :{one.name}:
              </bdi>
              {isAdmin || one.authorId === me.id ? (
                <IconButton
                  size="small"
                  label={t('ownEmoji.remove', { name: one.name })}
                  onPress={() => setRemoved(one)}
                >
                  <Trash2 />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? (
        <div>
          <Button icon={<ImagePlus />} onPress={() => input.current?.click()}>
            {t('ownEmoji.add')}
          </Button>
          <input
            ref={input}
            type="file"
            accept={ACCEPTED}
            hidden
            data-own-emoji
            aria-label={t('ownEmoji.add')}
            onChange={(event) => {
              choose(event.target.files?.[0]).catch(reportError);
              event.target.value = '';
            }}
          />
        </div>
      ) : null}
      {picture === null ? null : (
        <EmojiNameDialog
          picture={picture}
          taken={emoji.map(({ name }) => name)}
          onClose={() => setPicture(null)}
        />
      )}
      {removed === null ? null : (
        <ConfirmDialog
          title={t('ownEmoji.removeTitle', { name: removed.name })}
          note={t('ownEmoji.removeNote')}
          confirm={t('ownEmoji.removeConfirm')}
          onClose={() => setRemoved(null)}
          onConfirm={() => {
            void act((core) => core.removeEmoji({ emojiId: removed.id }));
            setRemoved(null);
          }}
        />
      )}
    </SettingsSection>
  );
}
