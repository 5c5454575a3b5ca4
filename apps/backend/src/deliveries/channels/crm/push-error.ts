/**
 * Why a push has no answer.
 * - `address`: it would have gone somewhere that is not the open internet; nothing was sent
 * - `unsent`: name, connection or TLS failed; nothing was sent
 * - `ambiguous`: it left us; whether it arrived is not known
 */
export class PushError extends Error {
  override name = "PushError";
  readonly reason: "address" | "unsent" | "ambiguous";

  constructor(reason: PushError["reason"], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
