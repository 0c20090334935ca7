import type { Page } from 'playwright-core';

/** Asks the core that serves this page, for what would take a person longer than a test may. */
export const askCore = (page: Page, method: string, args: object): Promise<void> =>
  page.evaluate(
    ([name, given]) =>
      new Promise<void>((resolve, reject) => {
        const socket = new WebSocket(`ws://${location.host}/core`);
        socket.addEventListener('open', () =>
          socket.send(JSON.stringify({ id: 1, method: name, args: given })),
        );
        socket.addEventListener('message', (event: MessageEvent<string>) => {
          const answer = JSON.parse(event.data) as { id?: number; error?: unknown };
          if (answer.id !== 1) return;
          socket.close();
          if (answer.error === undefined) resolve();
          else reject(new Error(JSON.stringify(answer.error)));
        });
        socket.addEventListener('error', () => reject(new Error('no core answers')));
      }),
    [method, args] as const,
  );
