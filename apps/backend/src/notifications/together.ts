interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Whatever comes in the same turn of the event loop is done together, so that two hundred wait for the disk once and not two
 * hundred times. Nobody hears that it is done before it is. Not for hosts on which requests may not wait for each other.
 */
export function together<Item>(
  doAll: (items: readonly Item[]) => Promise<void>,
  { most }: { most: number },
): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];

  async function flush(): Promise<void> {
    const batch = waiting.splice(0, most);
    if (waiting.length > 0) setImmediate(() => void flush());
    try {
      await doAll(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) setImmediate(() => void flush());
    });
}
