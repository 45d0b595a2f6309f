import type { By } from "~/domain/_kernel/by.ts";
import { accept, type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import { dayMs, hourMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import type { SessionEnded, SessionStarted, UserPasswordRehashed } from "./events.ts";
import type { User } from "./user.ts";

type Lasting = { idleMs: number; absoluteMs: number };

/** Staff sit at shared desks and see everybody's figures; a dealer orders from the own phone. */
const staffSession: Lasting = { idleMs: hourMs / 2, absoluteMs: 12 * hourMs };
const dealerSession: Lasting = { idleMs: 12 * hourMs, absoluteMs: 30 * dayMs };

export function sessionLasts(isDealer: boolean): Lasting {
  return isDealer ? dealerSession : staffSession;
}

/** When a session ends if nothing more is asked of it: idle too long, or simply too old. */
export function sessionEnd(
  { createdAt, seenAt, isDealer }: { createdAt: Instant; seenAt: Instant; isDealer: boolean },
): Instant {
  const { idleMs, absoluteMs } = sessionLasts(isDealer);
  const idle = plusMs(seenAt, idleMs);
  const absolute = plusMs(createdAt, absoluteMs);
  return idle < absolute ? idle : absolute;
}

export type StartSession = {
  /** The stored hash that the password was compared with; null: it did not match. */
  verified: Secret | null;
  tokenHash: Secret;
  address: string;
  agent: string;
  /** Made with today's parameters when the stored one is older. */
  freshHash: Secret | null;
  /** The session this browser came with. */
  replaces: { userId: UserId; sessionId: string } | null;
};
export type SignInFacts = { user: User | null; isDealerSuspended: boolean };
export type SignInRefusal = { reason: "sign_in_refused"; at?: string };

/** One refusal for every cause: whoever guesses learns nothing about which names exist. */
export function startSession(
  { user, isDealerSuspended }: SignInFacts,
  command: StartSession,
  by: By,
): Decision<SessionStarted | SessionEnded | UserPasswordRehashed, SignInRefusal> {
  const { verified, tokenHash, address, agent, freshHash, replaces } = command;
  const isKnown = user?.state === "active" && !isDealerSuspended &&
    verified !== null && user.passwordHash?.reveal() === verified.reveal();
  if (!isKnown) return refuse({ reason: "sign_in_refused" });
  const { id: subject } = user;
  const started: SessionStarted = {
    type: "SessionStarted",
    subject,
    sessionId: by.newId(),
    tokenHash,
    expiresAt: sessionEnd({ createdAt: by.at, seenAt: by.at, isDealer: user.dealerId !== null }),
    address,
    agent,
  };
  const ended: SessionEnded[] = replaces
    ? [{
      type: "SessionEnded",
      subject: replaces.userId,
      sessionId: replaces.sessionId,
      because: "replaced",
    }]
    : [];
  const rehashed: UserPasswordRehashed[] = freshHash
    ? [{ type: "UserPasswordRehashed", subject, passwordHash: freshHash }]
    : [];
  return accept<SessionStarted | SessionEnded | UserPasswordRehashed>(
    started,
    ...ended,
    ...rehashed,
  );
}

/** Ending what has ended already is no change. */
export function endSessions(
  sessions: readonly { id: string; userId: UserId }[],
  because: SessionEnded["because"],
): Decision<SessionEnded, never> {
  return accept(
    ...sessions.map(({ id, userId }): SessionEnded => ({
      type: "SessionEnded",
      subject: userId,
      sessionId: id,
      because,
    })),
  );
}
