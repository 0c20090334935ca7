import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { registerOpenPage } from './open-page.ts';

const channelId = '0190a000-0000-7000-8000-000000000001';
const messageId = '0190a000-0000-7000-8000-000000000002';

function get(url: string, language = 'en') {
  const app = fastify();
  registerOpenPage(app);
  return app.inject({ url, headers: { 'accept-language': language } });
}

describe('the page of a link', () => {
  it('hands the address on to the app, and holds no script', async () => {
    const { statusCode, headers, body } = await get(`/open/c/${channelId}/m/${messageId}`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain(`href="balai://open/c/${channelId}/m/${messageId}"`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers['content-security-policy']).not.toContain('script');
    expect(body).not.toContain('<script');
  });

  it('leads to a channel too', async () => {
    expect((await get(`/open/c/${channelId}`)).body).toContain(
      `href="balai://open/c/${channelId}"`,
    );
  });

  it('is in the language of the reader', async () => {
    const path = `/open/c/${channelId}`;
    expect((await get(path, 'fr-FR,id;q=0.8')).body).toContain('Buka di Balai');
    expect((await get(path, 'ar-EG')).body).toContain('dir="rtl"');
    expect((await get(path, 'ja')).body).toContain('Open in Balai');
  });

  it.each([
    '/open/c/1',
    `/open/c/${channelId}/m/%22%3E%3Cscript%3E`,
    `/open/c/${channelId.toUpperCase().replace('A', 'G')}`,
    '/open/',
  ])('there is none for %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});
