/**
 * What the page may load and do, as a header that no markup can soften. It needs no network at
 * all: rows come through the RPC's port, and `'self'` is the app's own scheme, which the shell
 * answers. `style-src 'self'` holds because styles are set through the CSSOM.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'cache-control': 'no-store',
};
