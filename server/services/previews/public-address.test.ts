import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each(['93.184.216.34', '8.8.8.8', '172.15.0.1', '2606:4700::1111', '2400:cb00::1'])(
  '%s is of the internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

it.each([
  ...['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1'],
  ...['::1', '::', '::ffff:127.0.0.1', '::ffff:a00:1', '::ffff:8.8.8.8', '64:ff9b::a00:1'],
  ...['fe80::1', 'fe80::1%eth0', 'fd00::1', 'fc00::1', 'fec0::1', 'ff02::1', '2002:a00:1::'],
  ...['2001::1', '2001:db8::1', '', 'localhost', '0x7f000001', '2130706433', '127.1', '1.1.1.1 '],
])('%j is not', (address) => expect(isPublicAddress(address)).toBe(false));
