import { plantOddGoods } from "~/db/order/testing.ts";
import type { PlantedUser } from "~/db/seed/planter.ts";
import { type Browser, password, signIn } from "~/routes/_entry/testing.ts";
import { type DispatchHouse, dispatchHouse } from "~/routes/dispatch/testing.ts";

/** Beside everybody of the dispatch house: who approves at the dealer, and the south with its own people. */
const more = {
  approver: { name: "丁总", roles: ["dealer_approver"], dealerCode: "D320301" },
  southern: { name: "百川采购", roles: ["dealer_owner"], dealerCode: "D440101" },
  southsales: { name: "李卓", roles: ["sales"], organisationCode: "QN", regionCodes: ["HN"] },
} satisfies Record<string, Omit<PlantedUser, "login">>;
type More = keyof typeof more;

export type OrderHouse = DispatchHouse & { also(person: More): Promise<Browser> };

/** The dispatch house with the goods that cannot be ordered and the people who approve. */
export async function orderHouse(): Promise<OrderHouse> {
  const house = await dispatchHouse();
  const { planter } = house.world;
  await plantOddGoods(planter);
  const hash = await house.passwords.hash(password);
  for (const [login, someone] of Object.entries(more)) {
    await planter.user({ login, ...someone }, hash);
  }
  const known = new Map<More, Browser>();
  return {
    ...house,
    async also(person) {
      const browser = known.get(person) ?? await signIn(house, person);
      known.set(person, browser);
      return browser;
    },
  };
}
