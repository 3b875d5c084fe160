/**
 * Times several actions against each other: they take turns, so that what else the machine does hits all of them alike.
 * Units: milliseconds, the best of the rounds, which is what the machine can do when nothing disturbs it; one round before them warms up.
 */
export async function timeInTurns<Name extends string>(actions: Readonly<Record<Name, () => unknown>>, rounds: number): Promise<Record<Name, number>> {
  const names = Object.keys(actions) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const start = performance.now();
      await actions[name]();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, Math.min(...(times.get(name) ?? []))])) as Record<Name, number>;
}

/** Milliseconds in as many digits as they deserve. */
export function printMilliseconds(time: number): string {
  return `${time.toFixed(time < 1 ? 3 : time < 100 ? 2 : 0)} ms`;
}

/** A whole number with spaces between thousands. */
export function printCount(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ' ');
}
