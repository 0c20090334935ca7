import { useId, useState, type SubmitEvent } from 'react';
import { handedWords } from '../../../shared/domain/handed-on.ts';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import type { MessagePage, MessageView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useAct } from '../../app/core/use-act.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { goToChannel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { RichText } from '../../text/RichText.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { notify } from '../../ui/notices.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useTextNames } from '../conversation/use-text-names.ts';
import { useTextReader } from '../conversation/use-text-reader.ts';
import { AttachedLines } from '../files/AttachedLines.tsx';
import css from './Forward.module.css';
import { nameOf, TargetPicker } from './TargetPicker.tsx';
import type { Target } from './targets.ts';

interface Props {
  message: MessageView;
  /** Who and what are named in it. */
  page: Pick<MessagePage, 'people' | 'channels'>;
}

/** As they are by now: they may arrive while one chooses. */
function useFiles({ channelId, id, files }: MessageView): MessageView['files'] {
  const at = { from: 'message', messageId: id } as const;
  const page = useLive('messages', { channelId, at, limit: 2 }, [`channel:${channelId}`]);
  return page?.messages.find((one) => one.id === id)?.files ?? files;
}

/** Where a message shall go, and what its reader should know about it. */
export function ForwardDialog({ message, page }: Props) {
  const t = useWords();
  const act = useAct();
  const form = useId();
  const textReader = useTextReader();
  const names = useTextNames(page);
  const [target, setTarget] = useState<Target | null>(null);
  const [text, setText] = useState('');
  const files = useFiles(message);
  // The relay has no bytes yet that it could hand on.
  const waits = files.some((file) => file.state === 'waiting');
  const { authorId, text: words } = handedWords({ ...message, forward: message.forwarded });
  const author = names.people[authorId] ?? t('conversation.someone');

  const send = async (to: Target): Promise<void> => {
    closeOverlay();
    const channelId =
      to.type === 'place'
        ? to.id
        : (await act((core) => core.openConversation({ userIds: [to.id] })))?.channelId;
    if (channelId === undefined) return;
    const from = { channelId: message.channelId, messageId: message.id };
    const queued = await act((core) => core.forward({ from, channelId, text: text.trim() }));
    if (queued === undefined) return;
    notify(t('forward.done', { place: nameOf(to) }), {
      action: { label: t('forward.go'), run: () => goToChannel(channelId) },
    });
  };
  const submit = (): void => {
    if (!waits && target !== null) void send(target);
  };
  return (
    <Dialog
      title={t('forward.title')}
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" isDisabled={waits || target === null}>
            {t('forward.send')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css.form}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <TargetPicker chosen={target} onChange={setTarget} onDone={submit} />
        <TextField
          label={t('forward.text')}
          optional
          multiline
          value={text}
          maxLength={MAX_TEXT}
          onChange={setText}
        />
        <blockquote className={css.handed} aria-label={t('forward.what')}>
          <b className={css.author} dir="auto">
            {author}
          </b>
          {words === '' ? null : (
            <div inert>
              <TextReaderProvider value={textReader}>
                <RichText text={words} names={names} />
              </TextReaderProvider>
            </div>
          )}
          <AttachedLines links={message.attachments} files={files} />
        </blockquote>
        {waits ? <p role="alert">{t('forward.waits')}</p> : null}
      </form>
    </Dialog>
  );
}
