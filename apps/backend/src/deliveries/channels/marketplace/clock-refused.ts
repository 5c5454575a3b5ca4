/** The marketplace does not take the time of our clock, even corrected by its own. */
export class ClockRefused extends Error {
  override name = "ClockRefused";
}
