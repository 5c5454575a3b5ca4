import type dns from "node:dns";

/**
 * The marketplace forbids automated calls, to its sandbox too (R15): whoever looks one of its hosts up in a test gets an
 * error instead of an address.
 */
export function guardLookup(
  resolver: Pick<typeof dns, "lookup"> & { promises: Pick<typeof dns.promises, "lookup"> },
): void {
  const lookup = resolver.lookup;
  const lookupPromise = resolver.promises.lookup;
  resolver.lookup = new Proxy(lookup, { apply: (target, self, args) => Reflect.apply(target, self, refuse(args)) });
  resolver.promises.lookup = new Proxy(lookupPromise, {
    apply: (target, self, args) => Reflect.apply(target, self, refuse(args)),
  });
}

function refuse(args: unknown[]): unknown[] {
  const host = String(args[0]).toLowerCase();
  if (host === "avinode.com" || host.endsWith(".avinode.com")) {
    throw new Error(`R15: a test tried to reach ${host}; use the sandbox`);
  }
  return args;
}
