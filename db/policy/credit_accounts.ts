import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import {
  type CreditAccountSaved,
  type CreditTerms,
  type CreditTermsExtra,
  type CreditTermsRefusal,
  creditTermsRules,
} from "~/domain/policy/credit/credit_terms.ts";
import type { CreditMode } from "~/domain/policy/credit/use_credit.ts";

const dealerByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select(["id", "organisation_id", "currency", "settles"])
    .where("code", "=", p.code).where("kind", "in", buyerKinds)
);

const accountOf = prepared((reader, p: { code: string; currency: string }) =>
  reader.from("credit_account")
    .innerJoin("partner", "partner.id", "credit_account.dealer_id")
    .selectAll("credit_account").select("partner.code")
    .where("partner.code", "=", p.code).where("credit_account.currency", "=", p.currency)
);

type Row = ReturnType<typeof accountOf>[number];

function storedTerms(row: Row): Stored<CreditTerms> {
  const record: CreditTerms = {
    code: row.code,
    limit: { amountMinor: row.limit_minor, currency: row.currency },
    termDays: row.term_days,
    overLimit: row.over_limit as CreditMode,
    overdue: row.overdue as CreditMode,
  };
  return { id: row.id, version: row.version, record };
}

/** `D-1001` is the account in the dealer's own currency, `D-1001:USD` the one in dollars. */
export function findCreditTerms(reader: Reader, key: string): Stored<CreditTerms> | null {
  const [code = "", named] = key.split(":");
  const currency = named ?? dealerByCode(reader, { code })[0]?.currency ?? "";
  const [row] = accountOf(reader, { code, currency });
  return row ? storedTerms(row) : null;
}

const accountsAfter = prepared((reader, p: { code: string; currency: string; limit: number }) =>
  reader.from("credit_account")
    .innerJoin("partner", "partner.id", "credit_account.dealer_id")
    .selectAll("credit_account").select("partner.code")
    .where(sql<boolean>`(partner.code, credit_account.currency) > (${p.code}, ${p.currency})`)
    .orderBy("partner.code").orderBy("credit_account.currency").limit(sql<number>`${p.limit}`)
);

export function listCreditTerms(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): CreditTerms[] {
  const [code = "", currency = ""] = (after ?? "").split(":");
  return accountsAfter(reader, { code, currency, limit }).map((row) => storedTerms(row).record);
}

export const creditAccounts: Master<
  "CreditAccountSaved",
  CreditTerms,
  CreditTermsExtra,
  CreditTermsRefusal
> = {
  type: "CreditAccountSaved",
  key: ({ code, limit }) => `${code}:${limit.currency}`,
  facts: (reader, { code, limit }) => {
    const [dealer] = dealerByCode(reader, { code });
    const [row] = dealer ? accountOf(reader, { code, currency: limit.currency }) : [];
    return {
      before: row ? storedTerms(row) : null,
      refs: { dealer: dealer?.id, organisation: dealer?.organisation_id },
      extra: { settles: dealer?.settles === 1 },
    };
  },
  rules: creditTermsRules,
};

export const creditAccountWriters = {
  CreditAccountSaved: saved(({ subject: id, version, record, refs }: CreditAccountSaved) => ({
    table: "credit_account",
    row: {
      id,
      version,
      dealer_id: refs.dealer!,
      organisation_id: refs.organisation!,
      currency: record.limit.currency,
      limit_minor: record.limit.amountMinor,
      term_days: record.termDays,
      over_limit: record.overLimit,
      overdue: record.overdue,
    },
  })),
} satisfies Writers<CreditAccountSaved>;
