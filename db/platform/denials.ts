import type { Tx } from "~/db/_engine/tx.ts";

export type Denied = {
  at: string;
  userId: string | null;
  method: string;
  route: string;
  reason: string;
  requestId: string;
};

/** Kept outside the audit chain: whoever is refused must change nothing else. */
export function recordDenial(
  tx: Tx,
  { at, userId, method, route, reason, requestId }: Denied,
): Promise<void> {
  tx.insert("denial", { at, user_id: userId, method, route, reason, request_id: requestId });
  return Promise.resolve();
}
