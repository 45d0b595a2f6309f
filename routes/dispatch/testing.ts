import { type DispatchWorld, plantWorld } from "~/db/dispatch/testing.ts";
import type { Role } from "~/domain/platform/rights.ts";
import {
  type Browser,
  origin,
  password,
  signIn,
  type TestHouse,
  testHouse,
} from "~/routes/_entry/testing.ts";

type Someone = {
  name: string;
  roles: readonly Role[];
  dealerCode?: string;
  organisationCode?: string;
  regionCodes?: string[];
  nodeCodes?: string[];
};

/** One of each who deals with goods and money, and strangers of each kind. */
const people = {
  operator: { name: "总管", roles: ["operator"] },
  auditor: { name: "审计", roles: ["auditor"] },
  sales: { name: "王静", roles: ["sales"], organisationCode: "QY", regionCodes: ["HD"] },
  xuzhou: { name: "徐州仓管", roles: ["warehouse"], organisationCode: "QY", nodeCodes: ["XZ01"] },
  nanjing: { name: "南京仓管", roles: ["warehouse"], organisationCode: "QY", nodeCodes: ["NJ01"] },
  finance: { name: "陈会计", roles: ["finance"], organisationCode: "QY" },
  south: { name: "华南会计", roles: ["finance"], organisationCode: "QN" },
  buyer: { name: "周敏", roles: ["dealer_buyer"], dealerCode: "D320301" },
  owner: { name: "鼎顺老板", roles: ["dealer_owner"], dealerCode: "D320301" },
  stranger: { name: "恒丰采购", roles: ["dealer_buyer"], dealerCode: "D320102" },
} satisfies Record<string, Someone>;
export type Person = keyof typeof people;

export type DispatchHouse = TestHouse & {
  world: DispatchWorld;
  as(person: Person): Promise<Browser>;
  /** An API call of our own system (`erp`), or of a dealer's. */
  api(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    call?: { by?: "erp" | "dealer"; key?: string; lang?: "zh" | "en" },
  ): Promise<Response>;
};

/** The whole application over a world with goods, dealers and everybody who handles them. */
export async function dispatchHouse(): Promise<DispatchHouse> {
  const house = await testHouse();
  const world = await plantWorld(house.engine);
  const hash = await house.passwords.hash(password);
  for (const [login, someone] of Object.entries(people)) {
    await world.planter.user({ login, ...someone }, hash);
  }
  const clients = {
    erp: await world.planter.user({
      login: "erp",
      name: "ERP",
      roles: ["api_client"],
      organisationCode: "QY",
    }),
    dealer: await world.planter.user({
      login: "dealer-erp",
      name: "鼎顺 ERP",
      roles: ["api_client"],
      dealerCode: "D320301",
    }),
  };
  for (const [name, id] of Object.entries(clients)) {
    await world.planter.token(id, name, tokenOf(name));
  }
  let keys = 0;
  return {
    ...house,
    world,
    as: (person) => signIn(house, person),
    api: async (method, path, body, { by = "erp", key, lang = "zh" } = {}) =>
      await house.app.request(`${origin}${path}`, {
        method,
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          authorization: `Bearer ${tokenOf(by)}`,
          "content-type": "application/json",
          "accept-language": lang,
          "idempotency-key": key ?? `key-${keys += 1}-0000`,
        },
      }, { remoteAddr: { hostname: "203.0.113.9" } }),
  };
}

function tokenOf(name: string): string {
  return `token-token-token-token-${name}`;
}
