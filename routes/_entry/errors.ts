import type { z } from "zod";

/** Not there, or not there for this principal: the two must look alike. */
export { NotFound } from "~/db/_engine/not_found.ts";

/** Seen but not allowed. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

export class SignInNeeded extends Error {
  override name = "SignInNeeded";
}

export class TooMany extends Error {
  override name = "TooMany";
  constructor(readonly retryAfterSeconds: number) {
    super("too many requests");
  }
}

export class TooLarge extends Error {
  override name = "TooLarge";
}

/** A request the API cannot accept for a reason that is not the business: 400, 409, 412, 428. */
export class Unacceptable extends Error {
  override name = "Unacceptable";
  constructor(readonly status: 400 | 409 | 412 | 415 | 428, readonly code: string) {
    super(code);
  }
}

/** Stopped at the door: what the schema found, and what was sent. */
export class BadInput extends Error {
  override name = "BadInput";
  constructor(readonly issues: readonly z.core.$ZodIssue[], readonly input: unknown) {
    super("bad input");
  }
}
