import type { Author } from "~/db/_engine/transact.ts";
import { findPartner } from "~/db/channel/partners.ts";
import type { PlantedUser, Planter } from "~/db/seed/planter.ts";
import type { Language, Say } from "~/db/seed/say.ts";
import { Random } from "~/db/seed/random.ts";
import type { Dealer } from "./partners.ts";
import { personName } from "./people.ts";
import { colleaguesIn, samplesIn } from "./staff.ts";

/** Who is there to do things, by login. */
export class People {
  #authors = new Map<string, Author>();
  #dealerIds = new Map<string, string>();

  /** Everybody can sign in with the one sample password; a program has none. */
  static async settle(
    planter: Planter,
    { say, language, dealers, passwordHash }: {
      say: Say;
      language: Language;
      dealers: readonly Dealer[];
      passwordHash: string;
    },
  ): Promise<People> {
    const people = new People();
    const users = [
      ...samplesIn(say, language),
      ...colleaguesIn(say, language),
      ...dealers.flatMap((dealer) => usersOf(dealer, say, language)),
    ];
    await Promise.all(users.map(async (user) => {
      const isProgram = user.roles.includes("api_client");
      const userId = await planter.user(user, isProgram ? undefined : passwordHash);
      people.#authors.set(user.login, { userId, name: user.name, onBehalfOf: null });
    }));
    const reader = planter.engine.asSystem("the seed acts on behalf of dealers");
    for (const { code } of dealers) people.#dealerIds.set(code, findPartner(reader, code)!.id);
    return people;
  }

  author(login: string): Author {
    const author = this.#authors.get(login);
    if (!author) throw new Error(`nobody is called ${login}`);
    return author;
  }

  onBehalf(login: string, dealer: string): Author {
    return { ...this.author(login), onBehalfOf: this.#dealerIds.get(dealer)! };
  }
}

function usersOf({ code, login, owner, record }: Dealer, say: Say, language: Language) {
  if (login === "dingshun") return [];
  const chance = new Random(`people of ${code}`);
  const user = (suffix: string, name: string, role: PlantedUser["roles"][number]) => ({
    login: login + suffix,
    name,
    roles: [role],
    language,
    dealerCode: code,
  });
  const people: PlantedUser[] = [user("", owner, "dealer_owner")];
  if (record.approvalLimitMinor !== null) {
    people.push(user(".buyer", personName(chance, say), "dealer_buyer"));
    people.push(user(".approver", personName(chance, say), "dealer_approver"));
  }
  return people;
}
