import { createContext, useContext } from 'react';
import type { MessageView } from '../../../../shared/rpc/views.ts';

/** What can be done with a message, from its tools, its menu and its keys alike. */
export interface MessageActions {
  react(message: MessageView, emoji: string, on: boolean): void;
  /** Opens the emoji picker beside an element, which has to stay until it has closed. */
  pickReaction(message: MessageView, beside: HTMLElement, onClosed?: () => void): void;
  pin(message: MessageView, on: boolean): void;
  /** Takes a page's preview away from below it. */
  removePreview(message: MessageView, place: number): void;
  save(message: MessageView, on: boolean): void;
  /** Asks when. */
  remind(message: MessageView): void;
  /** Opens the form of its task, a new one or the one that it has. */
  makeTask(message: MessageView): void;
  openThread(rootId: string): void;
  edit(message: MessageView): void;
  endEdit(): void;
  /** Asks first. */
  remove(message: MessageView): void;
  copyText(text: string): void;
  /** Puts it as a quote into where one writes. */
  quote(message: MessageView): void;
  /** Asks where to. */
  forward(message: MessageView): void;
  /** Shows what it said before. */
  history(message: MessageView): void;
  copyLink(message: MessageView): void;
  markUnread(message: MessageView): void;
  openLink(url: string): void;
  openPerson(id: string): void;
  retry(op: string): void;
  discard(op: string): void;
  /** Writes a late edit over the text as it is now. */
  overwrite(op: string): void;
  /** Takes a refused text back into the composer. */
  takeBack(op: string, text: string): void;
}

const MessageActionsContext = createContext<MessageActions | null>(null);
export const MessageActionsProvider = MessageActionsContext.Provider;

export function useMessageActions(): MessageActions {
  const actions = useContext(MessageActionsContext);
  if (actions === null) throw new Error('used outside MessageActionsProvider');
  return actions;
}
