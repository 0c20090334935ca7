import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { ariaWordsPlugin } from './aria-words-plugin.ts';

/**
 * What the page may do, whoever serves it. `style-src 'self'` holds because React sets styles
 * through the CSSOM, and the one sheet that react-aria would inject is in app/base.css.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the build: the development server injects inline scripts of its own. */
const policyInPage: Plugin = {
  name: 'balai-content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), policyInPage, ariaWordsPlugin],
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome134',
    // A data: address would need a hole in `font-src`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
