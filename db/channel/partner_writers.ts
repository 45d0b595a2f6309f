import { saved } from "~/db/_engine/put.ts";
import { searchWords } from "~/db/_search/search_words.ts";
import type { Writers } from "~/db/writers.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { PartnerSaved } from "~/domain/channel/events.ts";

export const partnerWriters = {
  PartnerSaved: saved(({ subject: id, version, record, refs }: PartnerSaved, by: By) => ({
    table: "partner",
    row: {
      id,
      version,
      code: record.code,
      kind: record.kind,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      grade: record.grade,
      organisation_id: refs.organisation!,
      region_id: refs.region!,
      pool_id: refs.pool ?? null,
      currency: record.currency,
      phone: record.phone ?? null,
      sells: Number(record.functions.sells),
      stocks: Number(record.functions.stocks),
      ships: Number(record.functions.ships),
      settles: Number(record.functions.settles),
      services: Number(record.functions.services),
      approval_limit_minor: record.approvalLimitMinor,
      state: record.state,
      search: searchWords(record.code, record.nameZh, record.nameEn),
      updated_at: by.at,
    },
    parts: [{
      table: "address",
      owner: { partner_id: id },
      lasting: true,
      rows: (record.addresses ?? []).map((address) => ({
        id: refs[`address ${address.code}`] ?? by.newId(),
        partner_id: id,
        code: address.code,
        contact: address.contact,
        phone: address.phone ?? "",
        province: address.province,
        city: address.city,
        street: address.street,
        zone: address.zone,
        is_default: Number(address.isDefault),
        state: address.state,
      })),
    }],
  })),
} satisfies Writers<PartnerSaved>;
