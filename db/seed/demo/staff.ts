import { sampleUsers } from "~/db/seed/sample_users.ts";
import type { PlantedUser } from "~/db/seed/planter.ts";
import type { Language, Say } from "~/db/seed/say.ts";
import { areas, regionCodesOf } from "./organisations.ts";

/** Where the sample users stand; who they are and what they may is written in sample_users.ts. */
const places: Record<string, Omit<PlantedUser, "login" | "name" | "roles">> = {
  dingshun: { dealerCode: "D-1001" },
  "dingshun.buyer": { dealerCode: "D-1001" },
  "dingshun.approver": { dealerCode: "D-1001" },
  wangjing: { organisationCode: "QY-E", regionCodes: regionCodesOf(areas[0]) },
  lizhuo: { organisationCode: "QY-E", nodeCodes: ["WH-XZ"] },
  zhaolan: { organisationCode: "QY" },
  chenmin: { organisationCode: "QY" },
  sunhao: { organisationCode: "QY" },
};

export function samplesIn(say: Say, language: Language): PlantedUser[] {
  return sampleUsers.map(({ login, role, zh, en }) => ({
    login,
    name: say(zh, en),
    roles: [role],
    language,
    ...places[login],
  }));
}

const salesFor = {
  NORTH: ["helei", "何磊", "He Lei"],
  CENTRAL: ["luojia", "罗佳", "Luo Jia"],
  WEST: ["fengtao", "冯涛", "Feng Tao"],
  SOUTH: ["huangxin", "黄欣", "Huang Xin"],
} as const;

/** The system that brings in what our shops sell. */
export const erpLogin = "order.hub";

const keepersOf: Record<string, readonly [login: string, zh: string, en: string]> = {
  "WH-HF": ["hantao", "韩涛", "Han Tao"],
  "WH-JN": ["mengfan", "孟凡", "Meng Fan"],
  "WH-WH": ["tangyong", "唐勇", "Tang Yong"],
  "WH-CD": ["jiangqin", "蒋琴", "Jiang Qin"],
  "WH-GZ": ["liangwei", "梁伟", "Liang Wei"],
};

/** Who serves the areas and warehouses in which no sample user stands. */
export function colleaguesIn(say: Say, language: Language): PlantedUser[] {
  const sales = areas.flatMap((area): PlantedUser[] => {
    if (area.code === "EAST") return [];
    const [login, zh, en] = salesFor[area.code];
    const regionCodes = regionCodesOf(area);
    const organisationCode = area.organisation;
    return [{
      login,
      name: say(zh, en),
      roles: ["sales"],
      language,
      organisationCode,
      regionCodes,
    }];
  });
  const keepers = Object.entries(keepersOf).map(([node, [login, zh, en]]): PlantedUser => ({
    login,
    name: say(zh, en),
    roles: ["warehouse"],
    language,
    organisationCode: node === "WH-HF" || node === "WH-JN" ? "QY-E" : "QY-S",
    nodeCodes: [node],
  }));
  const erp: PlantedUser = {
    login: erpLogin,
    name: say("订单中心", "Order hub"),
    roles: ["api_client"],
    language,
    organisationCode: "QY-E",
  };
  return [...sales, ...keepers, erp];
}

export const salesLogin = (area: string) =>
  area === "EAST" ? "wangjing" : salesFor[area as keyof typeof salesFor][0];
export const keeperLogin = (node: string) => keepersOf[node]?.[0] ?? "lizhuo";
