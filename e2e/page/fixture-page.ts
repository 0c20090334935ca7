import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview, type PreviewServer } from 'vite';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');

export interface FixturePage {
  readonly url: string;
  close(): Promise<void>;
}

/** The page as it is built, but over a core in memory: for what only a browser can tell. */
export async function serveFixturePage(): Promise<FixturePage> {
  const outDir = await mkdtemp(join(tmpdir(), 'balai-page-'));
  const config = { configFile: false as const, root: renderer, logLevel: 'error' as const };
  await build({
    ...config,
    base: './',
    plugins: [
      {
        name: 'fixture-services',
        enforce: 'pre',
        resolveId: (source, importer) =>
          source.endsWith('/start-services.ts') && importer?.endsWith('/main.tsx') === true
            ? join(renderer, 'testing', 'fixture-services.ts')
            : null,
      },
      react(),
    ],
    build: { outDir, emptyOutDir: true, target: 'chrome134', modulePreload: { polyfill: false } },
  });
  const server: PreviewServer = await preview({
    ...config,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the page is not served');
  return {
    url,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
