import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './channels.module.css';
import { EditTextDialog } from './EditTextDialog.tsx';

/** A channel's topic and description, which any member may change. */
export function ChannelFacts({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const mayEdit = channel.mine !== null && !channel.archived;
  const { id } = channel;
  return (
    <>
      <Fact
        label={t('channels.topic')}
        value={channel.topic}
        none={t('channels.noTopic')}
        edit={t('channels.editTopic')}
        mayEdit={mayEdit}
        save={(topic) => ({ channelId: id, topic })}
      />
      <Fact
        label={t('channels.purpose')}
        value={channel.purpose}
        none={t('channels.noPurpose')}
        edit={t('channels.editPurpose')}
        mayEdit={mayEdit}
        save={(purpose) => ({ channelId: id, purpose })}
      />
    </>
  );
}

interface FactProps {
  label: string;
  value: string;
  none: string;
  edit: string;
  mayEdit: boolean;
  save: (value: string) => { channelId: string; topic?: string; purpose?: string };
}

function Fact({ label, value, none, edit, mayEdit, save }: FactProps) {
  const act = useAct();
  const [editing, setEditing] = useState(false);
  return (
    <div className={css.fact}>
      <span className={css.factLabel}>{label}</span>
      <span className={classNames(css.factValue, value === '' && css.none)} dir="auto">
        {value === '' ? none : value}
      </span>
      {mayEdit ? (
        <span className={css.edit}>
          <IconButton size="small" label={edit} onPress={() => setEditing(true)}>
            <Pencil />
          </IconButton>
        </span>
      ) : null}
      {editing ? (
        <EditTextDialog
          title={edit}
          label={label}
          value={value}
          onClose={() => setEditing(false)}
          onSave={(next) => void act((core) => core.updateChannel(save(next)))}
        />
      ) : null}
    </div>
  );
}
