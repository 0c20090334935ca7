import { useEffect, useState } from 'react';
import type { SignInProblem } from '../../../shared/rpc/problems.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import { useAct } from '../../app/core/use-act.ts';
import type { Core } from '../../app/core/unbranded.ts';

interface Entry {
  readonly busy: boolean;
  readonly problem: SignInProblem | null;
  /** Seconds until the next try is let through. */
  readonly wait: number;
  /** Something was typed: what was wrong may be right now. */
  forget(): void;
  enter(call: (core: Core) => Promise<Result<null, SignInProblem>>): void;
}

/**
 * Tries to get in, once at a time, and keeps why it did not work. Where it works the session says
 * so, and the door is gone.
 */
export function useEntry(): Entry {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [wait, setWait] = useState(0);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);
  const enter: Entry['enter'] = (call) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    void act(call).then((result) => {
      setBusy(false);
      if (result === undefined || result.ok) return;
      setProblem(result.code);
      setWait(Math.ceil((result.retryAfterMs ?? 0) / 1_000));
    });
  };
  return {
    ...{ busy, problem, wait, enter },
    forget: () => {
      if (wait === 0) setProblem(null);
    },
  };
}
