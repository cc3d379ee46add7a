import ipaddr from 'ipaddr.js';

const { IPv4, IPv6 } = ipaddr;

/**
 * The part of an address that belongs to one customer: an IPv4 address, or the first 64 bits of an IPv6 address.
 * IPv4 addresses inside IPv6 (mapped, or translated by NAT64) count as IPv4. Undefined if it cannot be read.
 */
export function networkOf(text: string): string | undefined {
  const address = [text, withoutPort(text)].find(isAddress);
  if (address === undefined) return undefined;
  const parsed = ipaddr.process(address);
  if (parsed instanceof IPv4) return parsed.toString();
  if (parsed.range() === 'rfc6052') return new IPv4(parsed.toByteArray().slice(12)).toString();
  return `${new IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}

/** Four decimal parts or IPv6. Short and octal forms, which the library also reads, are not what balancers write. */
const isAddress = (text: string): boolean => IPv4.isValidFourPartDecimal(text) || IPv6.isValid(text);

/** `192.0.2.1:4711`, `[2001:db8::1]:4711`, `[2001:db8::1]` or `2001:db8::1:46531` without brackets and port. */
const withoutPort = (text: string): string => text.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');

/**
 * The client's network as the load balancer's header names it: the last entry, which the balancer saw itself (the
 * client can invent the entries before it). Undefined if the header is missing or cannot be read.
 */
export function networkOfHeader({ headers }: Request, name: string): string | undefined {
  const last = headers.get(name)?.split(',').pop()?.trim() ?? '';
  switch (name.toLowerCase()) {
    case 'forwarded':
      return networkOf(/(?:^|;)\s*for="?([^";]+)/i.exec(last)?.[1] ?? '');
    // Always with a port, and without brackets: a port of four digits would read as part of the address.
    case 'cloudfront-viewer-address':
      return networkOf(withoutPort(last));
    default:
      return networkOf(last);
  }
}
