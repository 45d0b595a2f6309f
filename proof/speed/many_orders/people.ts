import { sha256 } from "~/db/_engine/digest.ts";
import type { TestEngine } from "~/db/_engine/testing.ts";
import { organisations } from "~/db/channel/organisations.ts";
import { partners } from "~/db/channel/partner_records.ts";
import { regions } from "~/db/channel/regions.ts";
import { pools } from "~/db/inventory/pools.ts";
import type { PlantedUser, Planter } from "~/db/seed/planter.ts";
import type { Partner } from "~/domain/channel/partner.ts";

/** The instant at which the lists are looked at; the orders are those of the two years before. */
export const benchNow = "2026-11-22T02:42:00.000Z";

export const dealerCount = 400;
/** They stand below the first dealer, which is the largest. */
export const dealersBelow = 40;
export const regionCount = 12;
const regionsInOrganisation = 4;

export const dealerCode = (i: number) => `D${String(i).padStart(3, "0")}`;
export const regionOf = (i: number) => `R${String(i % regionCount).padStart(2, "0")}`;
const organisationOf = (i: number) =>
  ["QY", "QN", "QW"][Math.floor((i % regionCount) / regionsInOrganisation)]!;

/** A page may be asked for thirty times a second by one user: a bench asks as many users in turn. */
const usersOfEach = 40;

/** Who looks at lists, by how far each sees. */
export const viewers: Readonly<Record<string, Omit<PlantedUser, "login" | "name">>> = {
  all: { roles: ["operator"] },
  organisation: { roles: ["finance"], organisationCode: "QY" },
  region: { roles: ["sales"], organisationCode: "QY", regionCodes: [regionOf(0)] },
  every_region: {
    roles: ["sales"],
    organisationCode: "QY",
    regionCodes: Array.from({ length: regionCount }, (_, i) => regionOf(i)),
  },
  node: { roles: ["warehouse"], organisationCode: "QY", nodeCodes: ["XZ01"] },
  dealer_and_below: { roles: ["dealer_owner"], dealerCode: dealerCode(0) },
  dealer: { roles: ["dealer_buyer"], dealerCode: dealerCode(0) },
};

export const tokenOf = (viewer: string, i: number) =>
  `bench-session-of-${viewer}-${i % usersOfEach}`;

export async function plantPeople(engine: TestEngine, planter: Planter): Promise<void> {
  await plantGroup(planter);
  await planter.put(
    regions,
    Array.from({ length: regionCount }, (_, i) => ({
      code: regionOf(i),
      nameZh: `${i + 1} 区`,
      nameEn: `Region ${i + 1}`,
      parentCode: null,
    })),
  );
  await planter.put(partners, [dealerOf(0)]);
  await planter.put(partners, Array.from({ length: dealerCount - 1 }, (_, i) => dealerOf(i + 1)));
  for (const [viewer, wanted] of Object.entries(viewers)) {
    for (let i = 0; i < usersOfEach; i++) await plantViewer(engine, planter, viewer, i, wanted);
  }
}

/** Dealers of three companies order from one pool, so it belongs to the group above them. */
async function plantGroup(planter: Planter): Promise<void> {
  const since = {
    currency: "CNY",
    validFrom: "2026-01-01",
    validUntil: null,
    discountLimitBasisPoints: 1_000,
  };
  await planter.put(organisations, [
    { code: "QG", nameZh: "清屿集团", nameEn: "Qingyu Group", parentCode: null, ...since },
    { code: "QY", nameZh: "清屿饮品", nameEn: "Qingyu Beverages", parentCode: "QG", ...since },
    { code: "QN", nameZh: "清屿华南", nameEn: "Qingyu South", parentCode: "QG", ...since },
    { code: "QW", nameZh: "清屿西部", nameEn: "Qingyu West", parentCode: "QG", ...since },
  ]);
  await planter.put(pools, [
    { code: "HD", nameZh: "华东库", nameEn: "East pool", organisationCode: "QG" },
  ]);
}

function dealerOf(i: number): Partner {
  return {
    code: dealerCode(i),
    kind: "dealer",
    nameZh: `徐州鼎顺商贸 ${i} 店`,
    nameEn: `Dingshun Trading ${i}`,
    grade: "A",
    organisationCode: organisationOf(i),
    regionCode: regionOf(i),
    poolCode: "HD",
    currency: "CNY",
    phone: null,
    functions: { sells: true, stocks: true, ships: false, settles: true, services: false },
    approvalLimitMinor: null,
    state: "active",
    parentCode: i > 0 && i <= dealersBelow ? dealerCode(0) : null,
    addresses: [{
      code: "MAIN",
      contact: "王静",
      phone: "13800000000",
      province: "江苏省",
      city: "徐州市",
      street: `新城路 ${i + 1} 号`,
      zone: "JS",
      isDefault: true,
      state: "active",
    }],
  };
}

async function plantViewer(
  engine: TestEngine,
  planter: Planter,
  viewer: string,
  i: number,
  wanted: Omit<PlantedUser, "login" | "name">,
): Promise<void> {
  const id = await planter.user({ ...wanted, login: `${viewer}.${i}`, name: `陈敏 ${i}` }, "none");
  await engine.writer.write((tx) => {
    tx.insert("session", {
      token_hash: sha256(tokenOf(viewer, i)),
      id: `SESSION-${viewer}-${i}`,
      user_id: id,
      created_at: benchNow,
      seen_at: benchNow,
      expires_at: "2099-01-01T00:00:00.000Z",
      address: "127.0.0.1",
      agent: "bench",
    });
    return Promise.resolve();
  });
}
