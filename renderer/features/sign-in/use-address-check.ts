import { useEffect, useState } from 'react';
import type { SignInProblem } from '../../../shared/rpc/problems.ts';
import { useCore } from '../../app/core/core-context.tsx';

export type AddressCheck =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | { readonly state: 'found'; readonly workspace: string; readonly secure: boolean }
  | { readonly state: 'problem'; readonly problem: SignInProblem };

/** The typing has stopped when no key came for so long, ms. */
const PAUSE = 600;

interface Checked {
  readonly address: string;
  readonly check: AddressCheck;
}

/**
 * Looks whether a workspace answers at the address, a moment after the last key; `now` looks at
 * once. An answer for an address that has been changed meanwhile is not used.
 */
export function useAddressCheck(address: string): { check: AddressCheck; now: () => void } {
  const core = useCore();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [hurried, setHurried] = useState<string | null>(null);
  const wanted = address.trim();
  useEffect(() => {
    if (wanted === '') return undefined;
    let wantedStill = true;
    const look = async (): Promise<void> => {
      setChecked({ address: wanted, check: { state: 'checking' } });
      const check = await core.checkAddress({ address: wanted }).then(
        (result): AddressCheck =>
          result.ok
            ? { state: 'found', workspace: result.value.name, secure: result.value.secure }
            : { state: 'problem', problem: result.code },
        (error: unknown): AddressCheck => {
          reportError(error);
          return { state: 'problem', problem: 'unavailable' };
        },
      );
      if (wantedStill) setChecked({ address: wanted, check });
    };
    const timer = setTimeout(() => void look(), hurried === wanted ? 0 : PAUSE);
    return () => {
      wantedStill = false;
      clearTimeout(timer);
    };
  }, [core, wanted, hurried]);
  return {
    check: checked?.address === wanted ? checked.check : { state: 'none' },
    now: () => setHurried(wanted),
  };
}
