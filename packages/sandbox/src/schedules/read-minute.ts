/** An instant to the minute in UTC, such as `2016-03-05T15:00Z`: the only form that the examples of seed 004 send. */
export function readMinute(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse moves the 30th of February on.
  return Number.isNaN(at) || writeMinute(at) !== text ? undefined : at;
}

export function writeMinute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
