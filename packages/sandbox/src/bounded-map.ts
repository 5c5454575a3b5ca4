/** A map that forgets its oldest entry when it is full, so that a sandbox can run for months. */
export function boundedMap<Value>(most: number): Map<string, Value> {
  const map = new Map<string, Value>();
  const set = map.set.bind(map);
  map.set = (key, value) => {
    const oldest = map.size >= most ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
    return set(key, value);
  };
  return map;
}
