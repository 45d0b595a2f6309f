import type { Tx } from "./tx.ts";

/** The caller's key, within the principal and the route it was used on. */
export type RequestKey = { principalId: string; route: string; key: string; bodyHash: string };
export type Reply = { status: number; body: string };

/** The same key came with another body: the caller has mixed up two requests. */
export class KeyReused extends Error {
  override name = "KeyReused";
}

/** The reply this key was answered with, if it was. */
export function storedReply(tx: Pick<Tx, "all">, key: RequestKey): Reply | null {
  const [row] = tx.all<{ body_hash: string; status: number; reply: string }>(
    "select body_hash, status, reply from idempotency where principal_id = ? and route = ? and key = ?",
    [key.principalId, key.route, key.key],
  );
  if (!row) return null;
  if (row.body_hash !== key.bodyHash) throw new KeyReused(key.key);
  return { status: row.status, body: row.reply };
}

export function storeReply(tx: Tx, key: RequestKey, reply: Reply, at: string): void {
  tx.insert("idempotency", {
    principal_id: key.principalId,
    route: key.route,
    key: key.key,
    body_hash: key.bodyHash,
    status: reply.status,
    reply: reply.body,
    created_at: at,
  });
}
