import {
  isTrusted as isWithin,
  parseAddress,
  parseAddressBlock,
  type AddressBlock,
} from "../../../http/client-address.ts";

/** IPv4 that is not the open internet: this host, private, shared, link-local (metadata), documentation, multicast, reserved. */
const closedFour = blocks([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // A cloud's machine agent answers here, although the address is not a private one.
  "168.63.129.16",
]);

/** The only IPv6 that is routed, and in it what carries or stands for something else: Teredo, documentation, 6to4. */
const openSix = blocks(["2000::/3"]);
const closedSix = blocks(["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]);
const four = blocks(["::ffff:0:0/96"]);

/** Whether an address is on the open internet. IPv4 inside IPv6 is judged as IPv4; what cannot be read is not. */
export function isPublicAddress(address: string): boolean {
  if (parseAddress(address) === null) return false;
  if (isWithin(address, four)) return !isWithin(address, closedFour);
  return isWithin(address, openSix) && !isWithin(address, closedSix);
}

function blocks(texts: string[]): AddressBlock[] {
  return texts.map((text) => {
    const block = parseAddressBlock(text);
    if (!block) throw new Error(`${text} is no address block`);
    return block;
  });
}
