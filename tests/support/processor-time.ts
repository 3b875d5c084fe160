/**
 * How much processor time some work takes, whatever else the machine does: what is measured by the clock depends on that.
 * Units: milliseconds.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
