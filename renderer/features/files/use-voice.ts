import { useEffect, useState } from 'react';
import { pageClock } from '../../app/core/start-services.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';
import { fileStamp } from './file-stamp.ts';
import { VoiceRecorder, type Recorded } from './voice-recorder.ts';

export interface Voice {
  /** `idle`, `asking` for the microphone, or when it began to record, ms. */
  readonly state: 'idle' | 'asking' | number;
  readonly start: () => void;
  readonly finish: () => void;
  readonly discard: () => void;
}

/** A voice message that is recorded for one draft, and becomes a file of it. */
export function useVoice(add: (file: File, durationMs: number) => void): Voice {
  const t = useWords();
  const [state, setState] = useState<Voice['state']>('idle');
  const [recorder] = useState(
    () =>
      new VoiceRecorder({
        media: navigator.mediaDevices as MediaDevices | undefined,
        Recorder: globalThis.MediaRecorder as typeof MediaRecorder | undefined,
        clock: pageClock,
      }),
  );
  // Whoever looks elsewhere finds it in the draft.
  useEffect(() => () => recorder.finish(), [recorder]);
  const onEnd = (recorded: Recorded | null): void => {
    setState('idle');
    if (recorded === null) return;
    const { bytes, mediaType, durationMs } = recorded;
    const end = mediaType === 'audio/mp4' ? 'm4a' : 'webm';
    const name = `${t('files.voice.name', { when: fileStamp(new Date()) })}.${end}`;
    add(new File([bytes], name, { type: mediaType }), durationMs);
  };
  return {
    state,
    start: () => {
      setState('asking');
      recorder.start(onEnd).then((problem) => {
        if (problem !== null) {
          setState('idle');
          return notify(t(`files.voice.${problem}`), { bad: true });
        }
        setState((now) => (now === 'asking' ? pageClock.now() : now));
      }, reportError);
    },
    finish: () => recorder.finish(),
    discard: () => {
      recorder.discard();
      setState('idle');
    },
  };
}
