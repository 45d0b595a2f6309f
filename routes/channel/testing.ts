import { sha256 } from "~/db/_engine/digest.ts";
import { saveAs } from "~/db/_engine/put_testing.ts";
import { findOrganisation } from "~/db/channel/organisations.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { findRegion } from "~/db/channel/regions.ts";
import { addDealers, furnishChannel } from "~/db/channel/testing.ts";
import { categories } from "~/db/product/categories.ts";
import { products } from "~/db/product/products.ts";
import { spring } from "~/domain/product/testing.ts";
import { addUser, type TestHouse, testHouse } from "~/routes/_entry/testing.ts";

export { spring };

/** How the cost above is written where it may be seen. */
export const costShown = "6.54321";

export type TradingHouse = TestHouse & {
  /** Calls the API in the name of a user. */
  call(
    login: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ): Promise<Response>;
};

/** A house with places, two dealers one above the other, a product, and somebody in each role. */
export async function tradingHouse(): Promise<TradingHouse> {
  const house = await testHouse();
  const { engine } = house;
  await furnishChannel(engine);
  const water = { code: "WATER", nameZh: "饮用水", nameEn: "Water", parentCode: null };
  await saveAs(engine, categories, { record: water });
  await saveAs(engine, products, { record: spring });
  await addDealers(engine, { NJSH: null, XZDS: "NJSH" });
  const reader = engine.reader({ kind: "all" });
  const dealerId = findPartner(reader, "XZDS")!.id;
  const regionIds = [findRegion(reader, "ZJ")!.id];
  const organisationId = findOrganisation(reader, "QY-E")!.id;
  const users = [
    { login: "wangjing", roles: ["operator"] as const, name: "王静" },
    { login: "lizhuo", roles: ["sales"] as const, regionIds, organisationId },
    { login: "auditor", roles: ["auditor"] as const },
    { login: "dealer", roles: ["dealer_owner"] as const, dealerId },
    {
      login: "erp",
      roles: ["api_client"] as const,
      organisationId: findOrganisation(reader, "QY")!.id,
    },
  ];
  for (const user of users) {
    const id = await addUser(house, user);
    await giveToken(house, id, user.login);
  }
  return {
    ...house,
    call: async (login, method, path, body, headers = {}) =>
      await house.app.request(`/api/v1${path}`, {
        method,
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          authorization: `Bearer ${tokenOf(login)}`,
          "content-type": "application/json",
          ...headers,
        },
      }),
  };
}

const tokenOf = (login: string) => `token-of-${login}-0123456789`;

async function giveToken({ engine }: TestHouse, userId: string, login: string): Promise<void> {
  await engine.writer.write((tx) =>
    Promise.resolve(tx.insert("api_token", {
      id: `token ${login}`,
      token_hash: sha256(tokenOf(login)),
      user_id: userId,
      name: login,
      created_at: engine.clock.now(),
    }))
  );
}

/** Rows of everything that could have been written, to show that nothing was. */
export function auditRows({ engine }: Pick<TestHouse, "engine">): number {
  const [row] = engine.read.all<{ rows: number }>("select count(*) as rows from audit", []);
  return row!.rows;
}
