import type { By } from "~/domain/_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "~/domain/_kernel/decision.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import { checkManageable, type Manageable } from "./access_rules.ts";
import type { TokenIssued, TokenRevoked } from "./events.ts";
import type { Grantor, User } from "./user.ts";

export const tokensAtMost = 20;

export type Token = { id: string; name: string; revokedAt: string | null };
export type TokenFacts = { user: User; tokens: readonly Token[] };
export type IssueTokenRefusal =
  | Manageable
  | { reason: "user_not_active"; name: string; at?: string }
  | { reason: "token_speaks_for_another"; name: string; at?: string }
  | { reason: "too_many_tokens"; most: number; at?: string }
  | { reason: "token_name_taken"; tokenName: string; at?: string };

/** Everybody for themselves; for another only where that other is a program, or the giver could pose as a person. */
export function issueToken(
  { user, tokens }: TokenFacts,
  { name, tokenHash }: { name: string; tokenHash: Secret },
  grantor: Grantor,
  by: By,
): Decision<TokenIssued, IssueTokenRefusal> {
  const { id: subject, access } = user;
  if (subject !== grantor.userId) {
    const broken = refuseIfAny<IssueTokenRefusal>(checkManageable(user, grantor));
    if (broken) return broken;
    if (!access.roles.includes("api_client")) {
      return refuse({ reason: "token_speaks_for_another", name: user.name });
    }
  }
  if (user.state !== "active") return refuse({ reason: "user_not_active", name: user.name });
  const live = tokens.filter(({ revokedAt }) => revokedAt === null);
  if (live.length >= tokensAtMost) return refuse({ reason: "too_many_tokens", most: tokensAtMost });
  if (live.some((token) => token.name === name)) {
    return refuse({ reason: "token_name_taken", tokenName: name, at: "/tokenName" });
  }
  return accept({ type: "TokenIssued", subject, tokenId: by.newId(), name, tokenHash });
}

/** Revoking what is revoked already is no change. */
export function revokeToken(
  { user, tokens }: TokenFacts,
  tokenId: string,
): Decision<TokenRevoked, never> {
  const token = tokens.find(({ id, revokedAt }) => id === tokenId && revokedAt === null);
  if (!token) return accept();
  return accept({ type: "TokenRevoked", subject: user.id, tokenId, name: token.name });
}
