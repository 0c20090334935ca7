import { useWords } from '../../i18n/words-context.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AddressCheck } from './use-address-check.ts';

interface Props {
  address: string;
  check: AddressCheck;
  onChange: (address: string) => void;
}

/** The workspace's address, with what was found at it below. */
export function AddressField({ address, check, onChange }: Props) {
  const t = useWords();
  const problem =
    check.state === 'problem'
      ? `${t(`signInProblem.${check.problem}.what`)} ${t(`signInProblem.${check.problem}.next`)}`
      : undefined;
  return (
    <TextField
      label={t('door.address')}
      value={address}
      onChange={onChange}
      autoFocus={address === ''}
      autoComplete="url"
      inputMode="url"
      spellCheck="false"
      hint={t(hintOf(check, address))}
      good={check.state === 'found' && check.secure ? t('door.found') : undefined}
      problem={problem}
    />
  );
}

const THIS_COMPUTER = /^(?:https?:\/\/)?(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/i;

function hintOf(check: AddressCheck, address: string) {
  if (check.state === 'checking') return 'door.checking';
  if (check.state !== 'found') return 'door.addressHint';
  return THIS_COMPUTER.test(address.trim()) ? 'door.foundHere' : 'door.foundPlain';
}
