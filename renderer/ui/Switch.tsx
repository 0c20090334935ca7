import { Switch as AriaSwitch } from 'react-aria-components';
import css from './Switch.module.css';

interface Props {
  label: string;
  note?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ label, note, isOn, onChange }: Props) {
  return (
    <AriaSwitch isSelected={isOn} onChange={onChange} className={css.switch ?? ''}>
      <span className={css.words}>
        <span className={css.label}>{label}</span>
        {note === undefined ? null : <span className={css.note}>{note}</span>}
      </span>
      <span className={css.track}>
        <span className={css.knob} />
      </span>
    </AriaSwitch>
  );
}
