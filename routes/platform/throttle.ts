import { forgiveAttempt, takeAttempt, type ThrottleKey } from "~/db/platform/login_throttle.ts";
import { throttleRules } from "~/domain/platform/sign_in_throttle.ts";
import { prefixOf } from "~/routes/_entry/client.ts";
import type { Ctx } from "~/routes/_entry/context.ts";

type Knocker = Pick<Ctx, "engine" | "client" | "now">;

const loginKey = (login: string) => `login ${login}`;
const addressKey = ({ client }: Knocker) => `address ${prefixOf(client.address)}`;
const globalKey = "global";

/** Counts the attempt before anything costly is done; answers the seconds to wait, 0 to go on. */
export async function takeTurn(ctx: Knocker, login: string): Promise<number> {
  const keys: ThrottleKey[] = [
    { key: loginKey(login), rule: throttleRules.login },
    { key: addressKey(ctx), rule: throttleRules.address },
    { key: globalKey, rule: throttleRules.global },
  ];
  const waitMs = await ctx.engine.writer.write((tx) => takeAttempt(tx, keys, ctx.now));
  return Math.ceil(waitMs / 1000);
}

export function forgive(ctx: Knocker, login: string): Promise<void> {
  return ctx.engine.writer.write((tx) =>
    forgiveAttempt(tx, loginKey(login), [addressKey(ctx), globalKey])
  );
}
