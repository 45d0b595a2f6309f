import { Random } from "~/db/seed/random.ts";
import { named, type Say } from "~/db/seed/say.ts";
import type { Address, Partner } from "~/domain/channel/partner.ts";
import { provinceOf } from "~/domain/channel/provinces.ts";
import { type DealerLine, dealerLines } from "./dealer_list.ts";
import { areaOf } from "./organisations.ts";
import { personName, phone, street } from "./people.ts";
import { carriers } from "./rate_cards.ts";

/** A dealer with what the other generators need to know of it. */
export type Dealer = DealerLine & { record: Partner; owner: string };

const gradeOf = { 1: "A", 2: "B", 3: "C" } as const;
/** Above it the dealer's own approver is asked. */
const approvalLimits: Record<string, number> = {
  "D-1001": 1_500_000,
  "D-1022": 2_000_000,
  "D-1034": 2_000_000,
};

export function dealersIn(say: Say): Dealer[] {
  return dealerLines.map((line, at) => {
    const chance = new Random(`dealer ${line.code}`);
    const owner = line.login === "dingshun" ? say("丁顺", "Ding Shun") : personName(chance, say);
    const area = areaOf(line.zone);
    const { code, zh, en, level, parent, zone } = line;
    const place = placeOf(line, say);
    const main: Address = {
      code: "MAIN",
      contact: owner,
      phone: phone(1001 + at * 3),
      ...place,
      street: code === "D-1001"
        ? say("铜山区新城路 18 号", "18 Xincheng Road, Tongshan")
        : street(chance, say, line.district),
      isDefault: true,
      state: "active",
    };
    const record: Partner = {
      code,
      kind: "dealer",
      ...named(zh, en),
      grade: gradeOf[level],
      organisationCode: area.organisation,
      regionCode: `${area.code}-${zone}`,
      poolCode: area.pool,
      currency: "CNY",
      phone: phone(1001 + at * 3),
      functions: {
        sells: true,
        stocks: level < 3,
        ships: level === 1,
        settles: true,
        services: false,
      },
      approvalLimitMinor: approvalLimits[code] ?? null,
      state: "active",
      parentCode: parent,
      addresses: [main, ...secondAddress(line, { chance, say, serial: at })],
    };
    return { ...line, record, owner };
  });
}

function placeOf({ zone, city }: Pick<DealerLine, "zone" | "city">, say: Say) {
  const { zh, en } = provinceOf(zone)!;
  return { zone, province: say(zh, en), city: say(...city) };
}

/** Larger dealers have a second door; one of them sells to a place where no carrier of ours goes. */
function secondAddress(
  line: DealerLine,
  { chance, say, serial }: { chance: Random; say: Say; serial: number },
): Address[] {
  const rest = {
    code: "WH2",
    contact: personName(chance, say),
    phone: phone(1002 + serial * 3),
    isDefault: false,
    state: "active" as const,
  };
  if (line.code === "D-1033") {
    const lhasa = placeOf({ zone: "XZ", city: ["拉萨市", "Lhasa"] }, say);
    return [{ ...rest, ...lhasa, street: street(chance, say, ["城关区", "Chengguan"]) }];
  }
  if (line.level !== 1) return [];
  return [{ ...rest, ...placeOf(line, say), street: street(chance, say, line.district) }];
}

const signs =
  "云龙便利店 Yunlong Corner Shop|南门超市 Nanmen Supermarket|学府生活馆 Xuefu Store|东站便利店 East Station Shop|邻里生鲜 Linli Fresh"
    .split("|");

/** What tells the shops that order from us themselves from those that buy at their dealer. */
const selfServed: Record<string, { login: string; rename?: Partial<Partner> }> = {
  "S-2001": { login: "yunlong" },
  "S-2002": { login: "nanmen" },
  "S-2014": {
    login: "tmall.shop",
    rename: { ...named("清屿天猫旗舰店", "Qingyu Tmall shop"), parentCode: null },
  },
};

/** The shops with a stock pool and an account of their own, as those who plan orders know buyers. */
export function shopsIn(say: Say): Dealer[] {
  return storesIn(say).flatMap((record) => {
    const { code, parentCode, nameZh: zh, nameEn: en, addresses } = record;
    const own = selfServed[code];
    if (!own) return [];
    const [{ contact: owner, zone } = { contact: "", zone: "" }] = addresses!;
    const near = dealerLines.find((line) => line.zone === zone)!;
    const line = { ...near, code, login: own.login, zh, en, payer: "at_once" as const };
    return [{ ...line, level: 3 as const, parent: parentCode ?? null, record, owner }];
  });
}

/** Twenty shops, most under a dealer; one is on the web. */
export function storesIn(say: Say): Partner[] {
  return dealerLines.filter(({ level, code }) => level < 3 && code <= "D-1023").slice(0, 20)
    .map((dealer, at) => {
      const chance = new Random(`store ${at}`);
      const area = areaOf(dealer.zone);
      const sign = signs[at % signs.length]!;
      const [zh, en] = [sign.slice(0, sign.indexOf(" ")), sign.slice(sign.indexOf(" ") + 1)];
      const code = `S-${2001 + at}`;
      const own = selfServed[code];
      return {
        code,
        kind: "store" as const,
        ...named(`${dealer.city[0].replace("市", "")}${zh}`, `${dealer.city[1]} ${en}`),
        grade: null,
        organisationCode: area.organisation,
        regionCode: `${area.code}-${dealer.zone}`,
        poolCode: own ? area.pool : null,
        currency: "CNY",
        phone: phone(3001 + at),
        functions: {
          sells: true,
          stocks: true,
          ships: false,
          settles: own !== undefined,
          services: false,
        },
        approvalLimitMinor: null,
        state: "active" as const,
        parentCode: dealer.code,
        addresses: [{
          code: "MAIN",
          contact: personName(chance, say),
          phone: phone(3001 + at),
          ...placeOf(dealer, say),
          street: street(chance, say, dealer.district),
          isDefault: true,
          state: "active" as const,
        }],
        ...own?.rename,
      };
    });
}

const suppliers =
  "宿迁净源瓶坯 Suqian Jingyuan Preforms JS|滁州皖东纸箱 Chuzhou Wandong Cartons AH|漳州果源食品原料 Zhangzhou Guoyuan Ingredients FJ|慈溪海曙电器 Cixi Haishu Appliances ZJ|中山南头电子 Zhongshan Nantou Electronics GD|襄阳汉江制罐 Xiangyang Hanjiang Cans HB"
    .split("|");

export function suppliersIn(): Partner[] {
  return suppliers.map((line, at) => {
    const [zh = "", ...rest] = line.split(" ");
    return plainPartner({
      code: `V-${4001 + at}`,
      kind: "supplier",
      zone: rest.at(-1)!,
      ...named(zh, rest.slice(0, -1).join(" ")),
      phone: phone(4001 + at),
    });
  });
}

const serviceProviders =
  "合肥净之源售后服务 Hefei Jingzhiyuan Appliance Service AH|武汉江城家电维修 Wuhan Jiangcheng Appliance Repairs HB"
    .split("|");

/** Who installs and mends what the brand sells. */
export function serviceProvidersIn(): Partner[] {
  return serviceProviders.map((line, at) => {
    const [zh = "", ...rest] = line.split(" ");
    return plainPartner({
      code: `F-${6001 + at}`,
      kind: "service_provider",
      zone: rest.at(-1)!,
      ...named(zh, rest.slice(0, -1).join(" ")),
      phone: phone(6001 + at),
    });
  });
}

export function carrierPartners(): Partner[] {
  return carriers.map(({ code, nameZh, nameEn, zone }, at) =>
    plainPartner({ code, kind: "carrier", zone, nameZh, nameEn, phone: phone(5001 + at) })
  );
}

function plainPartner(
  { zone, kind, ...given }:
    & { zone: string; kind: "supplier" | "carrier" | "service_provider" }
    & Pick<Partner, "code" | "nameZh" | "nameEn" | "phone">,
): Partner {
  const area = areaOf(zone);
  return {
    ...given,
    kind,
    grade: null,
    organisationCode: "QY",
    regionCode: `${area.code}-${zone}`,
    poolCode: null,
    currency: "CNY",
    functions: {
      sells: kind === "supplier",
      stocks: kind === "supplier",
      ships: kind === "carrier",
      settles: true,
      services: kind === "service_provider",
    },
    approvalLimitMinor: null,
    state: "active",
    parentCode: null,
    addresses: [],
  };
}
