import type { AvinodeOperation } from "@liftline/schema/avinode";
import { createAuth } from "./auth.ts";
import { bounded } from "./bounded.ts";
import { createClockSkew } from "./clock-skew.ts";
import { createDoor, isHeaderValue, type Passage, type Passed } from "./door.ts";
import { AvinodeError } from "./errors.ts";
import { fetchToken } from "./fetch-token.ts";
import { operations, type OperationRule } from "./operations.ts";
import type { AvinodeClientOptions } from "./options.ts";
import { readEnvelope } from "./read-envelope.ts";
import { limitedFor } from "./read-limits.ts";
import { retrying, type Patience } from "./retry.ts";
import { sleep as realSleep } from "./sleep.ts";
import { createThrottle, type Budget, type Throttle } from "./throttle.ts";

export interface Call<T> {
  operation: AvinodeOperation;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base URL, escaped. */
  path: string;
  query?: Passage["query"];
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Makes what the operation promises out of the envelope's `data`; `undefined` where it cannot be made. */
  read(data: unknown): T | undefined;
  /** An answer without any body, as 204 has none, is one without `data`. */
  canBeEmpty?: boolean;
}

export interface Answer<T> {
  value: T;
  /** As it came. */
  text: string;
}

export interface Transport {
  send<T>(call: Call<T>): Promise<Answer<T>>;
  budget: (operation: AvinodeOperation) => Budget;
  clockSkewMs: () => number;
}

/** Credentials, queue, door, and another try where the operation allows one: every call takes this way. */
export function createTransport(options: AvinodeClientOptions): Transport {
  const { auth: credentials, clock = Date, sleep = realSleep, random = Math.random, log } = options;
  const skew = createClockSkew(clock);
  const pass = createDoor({ ...options, clock, skew });
  const auth = createAuth(credentials, {
    clock,
    coalesces: options.coalesces ?? true,
    fetchToken: (client) => fetchToken(client, { pass, sleep, random }),
  });
  const rate = options.rate ?? { perSecond: 1, burst: 5 };
  const laneOf = createLanes(options.createThrottle ?? (() => createThrottle({ rate, clock, sleep })));
  if (credentials.kind === "token" && !isHeaderValue(credentials.token)) {
    throw new TypeError("the connection's token cannot be sent: printable ASCII only, and not empty");
  }

  async function send<T>(call: Call<T>): Promise<Answer<T>> {
    const { operation, signal } = call;
    if (options.operations && !options.operations.includes(operation)) {
      throw new AvinodeError({ operation, reason: "permission", sent: false });
    }
    const rule = ruleFor(operation, options);
    const canRenewToken = credentials.kind === "clientCredentials";
    return retrying((patience) => attempt(call, rule, patience), {
      rule,
      canRenewToken,
      laneWaitMs: () => laneOf(operation).budget().waitMs,
      sleep,
      random,
      signal,
    });
  }

  async function attempt<T>(call: Call<T>, rule: OperationRule, patience: Patience): Promise<Answer<T>> {
    const startedAt = clock.now();
    try {
      const token = await bounded(() => auth.token(), { signal: call.signal }).catch((error: unknown) => {
        throw error instanceof AvinodeError ? error : aborted(call.operation);
      });
      await queue(call, patience);
      const passed = await enter(call, rule, token);
      const answer = readAnswer(passed, call, rule);
      const ms = clock.now() - startedAt;
      log?.info("marketplace.answered", { operation: call.operation, status: passed.status, ms });
      return answer;
    } catch (error) {
      if (error instanceof AvinodeError) report(error, clock.now() - startedAt);
      throw error;
    }
  }

  /** Waits for the call's turn; the wait is taken from its patience. */
  async function queue({ operation, signal }: Call<unknown>, patience: Patience): Promise<void> {
    const queuedAt = clock.now();
    const turn = await laneOf(operation).take({ maxWaitMs: patience.leftMs, signal });
    patience.leftMs -= Math.max(0, clock.now() - queuedAt);
    if (turn.kind === "aborted") throw aborted(operation);
    if (turn.kind === "refused") {
      throw new AvinodeError({ operation, reason: "limited", sent: false, retryAfterMs: turn.retryAfterMs });
    }
  }

  async function enter(call: Call<unknown>, rule: OperationRule, token: string): Promise<Passed> {
    const { operation, method, path, query, body, signal } = call;
    const lane = laneOf(operation);
    // Spread, so that the replicas of a host do not come back as one.
    const freeze = (ms: number) => lane.freeze(ms + random() * Math.min(1000, ms / 10));
    try {
      const passed = await pass({
        operation,
        method,
        path,
        query,
        body: body === undefined ? undefined : JSON.stringify(body),
        authorization: `Bearer ${token}`,
        hasEffect: rule.hasEffect,
        timeoutMs: rule.timeoutMs,
        signal,
      });
      if (passed.limits.spent && passed.limits.resetMs !== undefined) await freeze(limitedFor(passed.limits));
      return passed;
    } catch (error) {
      if (error instanceof AvinodeError && error.reason === "limited") await freeze(error.retryAfterMs ?? 0);
      if (error instanceof AvinodeError && error.reason === "credentials") auth.drop(token);
      throw error;
    }
  }

  function report({ operation, reason, status, sent, retryAfterMs, network, codes }: AvinodeError, ms: number): void {
    // Somebody typed on or left: that is no fault of anybody's.
    const level = reason === "aborted" ? "info" : "warn";
    log?.[level]("marketplace.failed", {
      operation,
      reason,
      status,
      sent,
      retryAfterMs,
      network,
      codes: codes.join(" "),
      ms,
    });
  }

  return { send, budget: (operation) => laneOf(operation).budget(), clockSkewMs: skew.ms };
}

/** A limit holds for one endpoint of one connection, so each operation has its own lane, leads first of all. */
function createLanes(create: (operation: AvinodeOperation) => Throttle): (operation: AvinodeOperation) => Throttle {
  const lanes = new Map<AvinodeOperation, Throttle>();
  return (operation) => {
    const lane = lanes.get(operation) ?? create(operation);
    lanes.set(operation, lane);
    return lane;
  };
}

function ruleFor(operation: AvinodeOperation, { timeoutMs, waitMs }: AvinodeClientOptions): OperationRule {
  const rule = operations[operation];
  return { ...rule, timeoutMs: timeoutMs?.[operation] ?? rule.timeoutMs, waitMs: waitMs?.[operation] ?? rule.waitMs };
}

/** `meta.errors` under a 2xx is a failure (R10). */
function readAnswer<T>({ status, text }: Passed, call: Call<T>, { hasEffect }: OperationRule): Answer<T> {
  const { operation } = call;
  const isEmpty = (call.canBeEmpty ?? false) && text.trim() === "";
  const envelope = isEmpty ? { data: undefined, errors: [] } : readEnvelope(text);
  if (envelope && envelope.errors.length > 0) {
    throw new AvinodeError({ operation, reason: "refused", sent: true, status, faults: envelope.errors });
  }
  const value = envelope && call.read(envelope.data);
  if (value !== undefined) return { value, text };
  const effect = hasEffect ? "unknown" : "none";
  throw new AvinodeError({ operation, reason: "unreadable", sent: true, effect, status });
}

function aborted(operation: AvinodeOperation): AvinodeError {
  return new AvinodeError({ operation, reason: "aborted", sent: false });
}
