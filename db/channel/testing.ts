import { saveAs } from "~/db/_engine/put_testing.ts";
import { type TestEngine, testEngine, type TestEngineOptions } from "~/db/_engine/testing.ts";
import { pools } from "~/db/inventory/pools.ts";
import { writers } from "~/db/writers.ts";
import { dealer, main } from "~/domain/channel/testing.ts";
import { organisations } from "./organisations.ts";
import { partners } from "./partner_records.ts";
import { regions } from "./regions.ts";

export { dealer, main };

/** Two organisations, three regions and a pool: where a partner can stand. */
export async function channelEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const engine = await testEngine({ writers, ...options });
  await furnishChannel(engine);
  return engine;
}

export async function furnishChannel(engine: TestEngine): Promise<void> {
  const open = { currency: "CNY", validFrom: "2026-01-01", validUntil: null };
  const places = [
    { code: "QY", nameZh: "泉屿饮品", nameEn: "Quanyu", parentCode: null },
    { code: "QY-E", nameZh: "泉屿华东", nameEn: "East", parentCode: "QY" },
  ];
  for (const place of places) {
    await saveAs(engine, organisations, { record: { ...place, ...open } });
  }
  const areas = [
    { code: "HD", nameZh: "华东", nameEn: "East", parentCode: null },
    { code: "JS", nameZh: "江苏", nameEn: "Jiangsu", parentCode: "HD" },
    { code: "ZJ", nameZh: "浙江", nameEn: "Zhejiang", parentCode: "HD" },
  ];
  for (const record of areas) await saveAs(engine, regions, { record });
  await saveAs(engine, pools, {
    record: { code: "HD", nameZh: "华东池", nameEn: "East", organisationCode: "QY" },
  });
}

/** Dealers by code, each under the one named after it. */
export async function addDealers(
  engine: TestEngine,
  under: Record<string, string | null>,
): Promise<void> {
  for (const [code, parentCode] of Object.entries(under)) {
    await saveAs(engine, partners, {
      record: { ...dealer, code, nameZh: `${code} 商贸`, parentCode },
    });
  }
}
