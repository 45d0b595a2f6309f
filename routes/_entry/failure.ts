import { KeyReused } from "~/db/_engine/idempotency.ts";
import { TemporarilyUnavailable } from "~/db/_engine/writer.ts";
import {
  BadInput,
  Forbidden,
  NotFound,
  SignInNeeded,
  TooLarge,
  TooMany,
  Unacceptable,
} from "./errors.ts";

export type Failure = {
  status: number;
  code: string;
  /** Our own fault: logged with its stack, told with a request id. */
  fault?: unknown;
  headers?: Record<string, string>;
};

/** What an exception means to the outside. Everything unknown is our fault. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotFound) return { status: 404, code: "not_found" };
  if (error instanceof SignInNeeded) return { status: 401, code: "sign_in_needed" };
  if (error instanceof Forbidden) return { status: 403, code: "forbidden" };
  if (error instanceof BadInput) return { status: 422, code: "bad_input" };
  if (error instanceof KeyReused) return { status: 422, code: "idempotency_key_reused" };
  if (error instanceof TooLarge) return { status: 413, code: "too_large" };
  if (error instanceof Unacceptable) return { status: error.status, code: error.code };
  if (error instanceof TooMany) {
    return {
      status: 429,
      code: "too_many_requests",
      headers: { "retry-after": String(error.retryAfterSeconds) },
    };
  }
  if (error instanceof TemporarilyUnavailable) {
    return {
      status: 503,
      code: "temporarily_unavailable",
      headers: { "retry-after": "2" },
      fault: error,
    };
  }
  return { status: 500, code: "fault", fault: error };
}
