/**
 * Items in groups, so that items with a link in common stand in the same group, directly or by way of others; in the order of their first items.
 */
export function linkedGroups<T, L>(items: readonly T[], linksOf: (item: T) => Iterable<L>): T[][] {
  const groupOf = new Map<L, Group<T>>();
  const groups: Group<T>[] = [];
  for (const item of items) {
    const group: Group<T> = { items: [item], into: null };
    groups.push(group);
    for (const link of linksOf(item)) {
      const known = groupOf.get(link);
      if (known !== undefined) join(known, group);
      groupOf.set(link, group);
    }
  }
  const found = new Map<Group<T>, T[]>();
  for (const group of groups) {
    const root = rootOf(group);
    const members = found.get(root);
    if (members === undefined) found.set(root, [...group.items]);
    else for (const item of group.items) members.push(item);
  }
  return [...found.values()];
}

interface Group<T> {
  readonly items: readonly T[];
  /** The group that this one became part of. */
  into: Group<T> | null;
}

function join<T>(one: Group<T>, other: Group<T>): void {
  const [a, b] = [rootOf(one), rootOf(other)];
  if (a !== b) b.into = a;
}

function rootOf<T>(group: Group<T>): Group<T> {
  let root = group;
  while (root.into !== null) root = root.into;
  if (group !== root) group.into = root;
  return root;
}
