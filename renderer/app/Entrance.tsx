import { useState } from 'react';
import { Door } from '../features/sign-in/Door.tsx';
import { LockedDoor } from '../features/sign-in/LockedDoor.tsx';
import { Welcome } from '../features/sign-in/Welcome.tsx';
import { useLive } from './core/use-live.ts';
import { Frame } from './frame/Frame.tsx';

/** Which of the rooms the person is let into. */
export function Entrance() {
  const session = useLive('session', {}, ['session']);
  /** Somebody came to the door who was not here before, and confirms a few things once inside. */
  const [newcomer, setNewcomer] = useState(false);
  if (session === undefined) return null;
  if (session.state === 'locked' || session.state === 'storage') {
    return <LockedDoor session={session} />;
  }
  if (session.state === 'signed_out') {
    // Whoever's session merely ended is known already.
    const isNew = session.problem !== 'session_ended';
    if (isNew !== newcomer) setNewcomer(isNew);
    return <Door session={session} />;
  }
  if (newcomer) return <Welcome session={session} onDone={() => setNewcomer(false)} />;
  return <Frame />;
}
