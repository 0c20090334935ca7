import { useState } from 'react';
import { ownEmojiName } from '../../../shared/domain/kinds/emoji.ts';
import { readSmallPicture } from '../../../shared/domain/small-picture.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { notify } from '../../ui/notices.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useEmoji } from '../emoji/use-emoji.ts';
import own from './OwnEmojiSection.module.css';

interface Props {
  /** In base64. */
  picture: string;
  /** Names that other emoji of the workspace have. */
  taken: readonly string[];
  onClose: () => void;
}

/** Gives a chosen picture its name between colons. */
export function EmojiNameDialog({ picture, taken, onClose }: Props) {
  const t = useWords();
  const act = useAct();
  const index = useEmoji(true);
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  const [name, setName] = useState('');
  const bad = name !== '' && !ownEmojiName.safeParse(name).success;
  const used = taken.includes(name) || index?.byCode(name) !== undefined;
  const ready = name !== '' && !bad && !used;
  const save = (): void => {
    if (!ready) return;
    void act((core) => core.addEmoji({ name, picture })).then((queued) => {
      if (queued === undefined) return;
      notify(t(connected === true ? 'settings.saved' : 'settings.savedWaiting'));
      onClose();
    });
  };
  const type = readSmallPicture(picture)?.type ?? 'image/png';
  return (
    <FormDialog
      title={t('ownEmoji.add')}
      onClose={onClose}
      confirm={t('ownEmoji.create')}
      ready={ready}
      onSubmit={save}
    >
      <TextField
        autoFocus
        label={t('ownEmoji.name')}
        hint={t('ownEmoji.nameHint')}
        start={<img className={own.picture} src={`data:${type};base64,${picture}`} alt="" />}
        value={name}
        onChange={(typed) => setName(typed.toLowerCase().replaceAll(/[\s:]+/g, '-'))}
        maxLength={40}
        problem={used ? t('ownEmoji.taken') : bad ? t('ownEmoji.nameBad') : undefined}
      />
    </FormDialog>
  );
}
