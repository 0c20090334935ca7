import { useState } from 'react';
import { Door } from '../features/sign-in/Door.tsx';
import { LockedDoor } from '../features/sign-in/LockedDoor.tsx';
import { Welcome } from '../features/sign-in/Welcome.tsx';
import { useLive } from './core/use-live.ts';
import { Frame } from './frame/Frame.tsx';

/** Which of the rooms the person is let into. */
export function Entrance() {
  const session = useLive('session', {}, ['session']);
  /** Somebody has just come in here by the door, and confirms two things first. */
  const [justCame, setJustCame] = useState(false);
  if (session === undefined) return null;
  if (session.state === 'locked' || session.state === 'storage') {
    return <LockedDoor session={session} />;
  }
  if (session.state === 'signed_out') {
    return <Door session={session} onSignedIn={() => setJustCame(true)} />;
  }
  if (justCame && session.me !== null) {
    return <Welcome session={session} me={session.me} onDone={() => setJustCame(false)} />;
  }
  return <Frame />;
}
