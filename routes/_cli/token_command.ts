import { z } from "zod";
import { listTokens } from "~/db/platform/credentials.ts";
import { findUserByLogin } from "~/db/platform/users.ts";
import { found } from "~/db/_engine/not_found.ts";
import { issueToken } from "~/domain/platform/issue_token.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import { wordsOf } from "~/routes/_entry/problem.ts";
import { newToken } from "~/routes/_entry/session.ts";
import { cliWords } from "~/views/platform/cli_text.ts";
import { texts } from "~/views/text.ts";
import { command } from "./command.ts";

/** Prints an API token of a user and nothing else, so that a script can keep it. */
export const tokenCommand = command({
  args: z.object({ login: z.string().trim().toLowerCase() }),
  run: async ({ engine, args: { login }, lang, print }) => {
    if (!findUserByLogin(engine.asSystem("asked for at the terminal"), login)) {
      print(cliWords(lang).noUser(login));
      return 1;
    }
    const { token, hash: tokenHash } = newToken(engine.seams);
    const decision = await engine.transact({
      action: "terminal.token",
      author: systemUser,
      scope: { kind: "all" },
      load: (facts) => {
        const user = found(findUserByLogin(facts, login) ?? undefined, "user");
        return { user, tokens: listTokens(facts, user.id) };
      },
      decide: (facts, by) => {
        const { id: userId, dealerId, access: { roles } } = facts.user;
        const name = `${cliWords(lang).terminal} ${by.newId().slice(-8)}`;
        return issueToken(facts, { name, tokenHash }, { userId, dealerId, roles }, by);
      },
    });
    if (decision.ok) {
      print(token);
      return 0;
    }
    const { refused } = texts(lang).platform;
    decision.refusals.forEach((refusal) => print(wordsOf(refusal, refused, lang)));
    return 1;
  },
});
