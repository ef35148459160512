/** What belongs together, in the order in which it was first met. */
export function groupBy<T>(all: Iterable<T>, keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return [...groups];
}
