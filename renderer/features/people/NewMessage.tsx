import { useState } from 'react';
import { MAX_PEOPLE } from '../../../shared/domain/conversation.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { PageBody } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { useTalkTo } from './use-talk-to.ts';

/** Everybody but the person. */
const MOST = MAX_PEOPLE - 1;

/** Chooses whom to write to, one colleague or a few. */
export function NewMessage() {
  const t = useWords();
  const talkTo = useTalkTo();
  const myId = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const [chosen, setChosen] = useState<readonly PersonView[]>([]);
  const start = (): void => {
    if (chosen.length > 0) talkTo(chosen.map((person) => person.id));
  };
  return (
    <>
      <PaneHead title={t('people.newTitle')} />
      <PageBody>
        <PeoplePicker
          label={t('people.newTo')}
          hint={t('people.newHint')}
          problem={chosen.length >= MOST ? t('people.newTooMany') : undefined}
          chosen={chosen}
          onChange={setChosen}
          without={myId === undefined ? [] : [myId]}
          most={MOST}
          autoFocus
          onDone={start}
        />
        <div>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={start}>
            {t('people.newStart')}
          </Button>
        </div>
      </PageBody>
    </>
  );
}
