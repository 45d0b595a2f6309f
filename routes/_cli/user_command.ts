import { z } from "zod";
import { loadInviteFacts } from "~/db/platform/invite_facts.ts";
import { findUserByLogin } from "~/db/platform/users.ts";
import { found } from "~/db/_engine/not_found.ts";
import { inviteUser } from "~/domain/platform/invite_user.ts";
import { issueLink } from "~/domain/platform/issue_link.ts";
import type { LinkPurpose } from "~/domain/platform/events.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import type { Grantor } from "~/domain/platform/user.ts";
import { wordsOf } from "~/routes/_entry/problem.ts";
import { newToken } from "~/routes/_entry/session.ts";
import { Invitation } from "~/routes/platform/user_forms.ts";
import { paths } from "~/views/_kit/paths.ts";
import { cliWords } from "~/views/platform/cli_text.ts";
import { texts } from "~/views/text.ts";
import { command, type CommandWork } from "./command.ts";

const Reset = z.object({ verb: z.literal("RESET"), login: z.string().trim().toLowerCase() });
const Add = Invitation.extend({ verb: z.literal("ADD") });
const Args = z.discriminatedUnion("verb", [Add, Reset]);

/** Whoever sits at the terminal owns the data anyway. */
const terminal: Grantor = { userId: systemUser.userId, roles: ["operator"], dealerId: null };

/** Makes a user, or a new link for one, and prints the link: so the first operator exists. */
export const userCommand = command({
  args: Args,
  run: (work) => work.args.verb === "ADD" ? add(work, work.args) : reset(work, work.args.login),
});

type Work = CommandWork<z.infer<typeof Args>>;

async function add({ engine, config, lang, print }: Work, args: z.infer<typeof Add>) {
  const { token, hash: tokenHash } = newToken(engine.seams);
  const decision = await engine.transact({
    action: "terminal.user",
    author: systemUser,
    scope: { kind: "all" },
    load: (facts) => loadInviteFacts(facts, args, null),
    decide: (facts, by) => inviteUser(facts, { ...args, tokenHash }, terminal, by),
  });
  const t = texts(lang).platform;
  if (!decision.ok) {
    decision.refusals.forEach((refusal) => print(wordsOf(refusal, t.refused, lang)));
    return 1;
  }
  const link = decision.events[0]?.link;
  print(t.once.invited(args.name));
  if (!link) print(cliWords(lang).programNeedsToken(args.login));
  else printLink({ config, lang, print }, link.purpose, token);
  return 0;
}

async function reset({ engine, config, lang, print }: Work, login: string) {
  const { token, hash } = newToken(engine.seams);
  if (!findUserByLogin(engine.asSystem("asked for at the terminal"), login)) {
    print(cliWords(lang).noUser(login));
    return 1;
  }
  const decision = await engine.transact({
    action: "terminal.user",
    author: systemUser,
    scope: { kind: "all" },
    load: (facts) => found(findUserByLogin(facts, login) ?? undefined, "user"),
    decide: (user, by) => issueLink(user, hash, terminal, by),
  });
  if (!decision.ok) {
    const { refused } = texts(lang).platform;
    decision.refusals.forEach((refusal) => print(wordsOf(refusal, refused, lang)));
    return 1;
  }
  printLink({ config, lang, print }, decision.events[0]!.link.purpose, token);
  return 0;
}

function printLink(
  { config, lang, print }: Pick<Work, "config" | "lang" | "print">,
  purpose: LinkPurpose,
  token: string,
): void {
  print(cliWords(lang).openLink);
  print(config.origin + paths.oneTimeLink(purpose, token));
}
