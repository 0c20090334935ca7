import { useState } from 'react';
import { useLivePick } from '../../app/core/use-live.ts';

/**
 * Sets what a component keeps anew each time that the line to the relay comes back, while it is
 * drawn: `reset` may set this component's own state, and do nothing else.
 */
export function useWhenConnected(reset: () => void): void {
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  const [before, setBefore] = useState(connected);
  if (connected === before) return;
  setBefore(connected);
  if (connected === true) reset();
}
