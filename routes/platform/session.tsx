import { z } from "zod";
import { findUserByLogin, isDealerSuspended } from "~/db/platform/users.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import { endSessions, sessionLasts, startSession } from "~/domain/platform/session.ts";
import type { User } from "~/domain/platform/user.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { ownPath } from "~/routes/_entry/back.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { route } from "~/routes/_entry/route.ts";
import { newToken, sessionCookieOf } from "~/routes/_entry/session.ts";
import { paths } from "~/views/_kit/paths.ts";
import { SignInPage, type SignInState } from "~/views/platform/sign_in_page.tsx";
import { samplesFor } from "./samples.ts";
import { forgive, takeTurn } from "./throttle.ts";

type AnyCtx = Pick<Ctx, "shell" | "house" | "engine" | "lang" | "now">;

function signInPage(ctx: AnyCtx, state: Partial<SignInState>, status = 200): Response {
  const known: SignInState = { login: "", back: "/", ...state, samples: samplesFor(ctx) };
  const wait = state.waitSeconds ? { "retry-after": String(state.waitSeconds) } : undefined;
  return html(<SignInPage shell={ctx.shell} state={known} />, status, wait);
}

export const askSession = route({
  method: "GET",
  path: "/session",
  resource: "door",
  action: "enter",
  query: z.object({ back: z.string().max(2000).optional(), set: z.string().optional() }),
  handle: (ctx) => {
    const back = ownPath(ctx.query.back);
    if (ctx.visitor) return goTo(ctx, back);
    return signInPage(ctx, { back, passwordIsSet: ctx.query.set === "1" });
  },
});

const SignIn = z.object({
  login: z.string().trim().toLowerCase().max(60).default(""),
  password: z.string().max(200).default(""),
  back: z.string().max(2000).optional(),
  sample: z.string().max(60).optional(),
});

/** Every refusal looks the same and takes the same time: who guesses learns nothing. */
export const startOne = route({
  method: "POST",
  path: "/session",
  resource: "door",
  action: "enter",
  form: SignIn,
  limitBytes: 16 * 1024,
  handle: async (ctx) => {
    const { login, password } = credentialsOf(ctx, ctx.form);
    const back = ownPath(ctx.form.back);
    const waitSeconds = await takeTurn(ctx, login);
    if (waitSeconds > 0) return signInPage(ctx, { login, back, waitSeconds }, 429);
    const user = findUserByLogin(ctx.engine.asSystem("who signs in is not known yet"), login);
    const verified = await verify(ctx, user, password);
    const cookie = user && verified ? await start(ctx, { user, verified, password }) : null;
    if (!cookie) {
      ctx.house.log({ event: "sign_in_refused", level: "warn", requestId: ctx.requestId });
      return signInPage(ctx, { login, back, refused: true }, 422);
    }
    await forgive(ctx, login);
    return goTo(ctx, back, { "set-cookie": cookie });
  },
});

function credentialsOf(
  ctx: AnyCtx,
  { login, password, sample }: z.infer<typeof SignIn>,
): { login: string; password: string } {
  return samplesFor(ctx).find((one) => one.login === sample) ?? { login, password };
}

/** The hash that the password fits. A user who may not enter is compared like one who does not exist. */
async function verify(
  { house }: AnyCtx,
  user: User | null,
  password: string,
): Promise<Secret | null> {
  const stored = user?.state === "active" ? user.passwordHash : null;
  const isRight = await house.passwords.verify(password, stored?.reveal() ?? null);
  return isRight ? stored : null;
}

type Started = { user: User; verified: Secret; password: string };

/** A new session with each sign-in; the one this browser came with ends. */
async function start(
  ctx: Ctx<unknown, unknown, unknown, unknown>,
  { user, verified, password }: Started,
): Promise<string | null> {
  const { engine, house, visitor, client, request } = ctx;
  const { token, hash: tokenHash } = newToken(engine.seams);
  const isOutdated = house.passwords.isOutdated(verified.reveal());
  const freshHash = isOutdated ? new Secret(await house.passwords.hash(password)) : null;
  const decision = await engine.transact({
    action: "session.start",
    author: { userId: user.id, name: user.name, onBehalfOf: null },
    scope: { kind: "all" },
    load: (facts) => {
      const now = findUserByLogin(facts, user.login);
      return { user: now, isDealerSuspended: now !== null && isDealerSuspended(facts, now) };
    },
    decide: (facts, by) =>
      startSession(facts, {
        verified,
        tokenHash,
        freshHash,
        address: client.address,
        agent: (request.headers.get("user-agent") ?? "").slice(0, 200),
        replaces: visitor?.credential.kind === "session"
          ? { userId: visitor.userId, sessionId: visitor.credential.id }
          : null,
      }, by),
  });
  if (!decision.ok) return null;
  return sessionCookieOf(token, sessionLasts(user.dealerId !== null).absoluteMs / 1000);
}

export const endOne = route({
  method: "POST",
  path: "/session/end",
  resource: "door",
  action: "enter",
  handle: async (ctx) => {
    const { visitor, engine } = ctx;
    if (visitor?.credential.kind === "session") {
      const { id } = visitor.credential;
      await engine.transact({
        action: "session.end",
        author: ctx.author,
        scope: { kind: "none" },
        load: () => [{ id, userId: visitor.userId }],
        decide: (sessions) => endSessions(sessions, "signed_out"),
      });
    }
    return goTo(ctx, paths.signIn(), { "set-cookie": sessionCookieOf("", 0) });
  },
});
