import { z } from "zod";
import { creditAccounts, findCreditTerms } from "~/db/policy/credit_accounts.ts";
import { creditModes, type CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { amountText, parseAmount } from "~/domain/policy/price/price_text.ts";
import type { ExchangeColumn } from "~/routes/_cli/import/kind.ts";
import { masterImport } from "~/routes/_cli/import/master_import.ts";
import { Code, oneOfWords, orAbsent } from "~/routes/_entry/shapes.ts";
import { policyWords } from "~/views/policy/text.ts";
import { KnownCurrency, TermDays } from "./shapes.ts";

const zh = policyWords.both.zh.credit;
const en = policyWords.both.en.credit;

/** The columns of a credit file, for the way in and the way out. */
export const creditColumns: readonly ExchangeColumn<CreditTerms>[] = [
  {
    field: "code",
    zh: [zh.dealer, "经销商编码"],
    en: [en.dealer],
    required: true,
    cell: (c) => c.code,
  },
  {
    field: "limit",
    zh: [zh.limit, "信用额度"],
    en: [en.limit, "Credit limit"],
    required: true,
    cell: ({ limit }) => amountText(limit.amountMinor, limit.currency),
  },
  { field: "currency", zh: [zh.currency], en: [en.currency], cell: ({ limit }) => limit.currency },
  { field: "termDays", zh: [zh.term], en: [en.term], cell: ({ termDays }) => termDays },
  { field: "overLimit", zh: [zh.overLimit], en: [en.overLimit], cell: (c) => c.overLimit },
  { field: "overdue", zh: [zh.whenOverdue], en: [en.whenOverdue], cell: (c) => c.overdue },
];

const Mode = oneOfWords(
  Object.fromEntries(
    creditModes.map((mode) => [mode, [zh.modes[mode], en.modes[mode]]]),
  ) as unknown as {
    [M in typeof creditModes[number]]: readonly string[];
  },
);

const CreditRow = z.object({
  code: Code,
  limit: z.string().trim().max(30),
  currency: orAbsent(KnownCurrency),
  termDays: orAbsent(TermDays),
  overLimit: orAbsent(Mode),
  overdue: orAbsent(Mode),
}).refine(({ limit, currency = "CNY" }) => parseAmount(limit, currency) !== null, {
  error: "not_an_amount",
  path: ["limit"],
});
type CreditRow = z.infer<typeof CreditRow>;

function mergeTerms(row: CreditRow, before: CreditTerms | null): CreditTerms {
  const currency = row.currency ?? "CNY";
  return {
    code: row.code,
    limit: { amountMinor: parseAmount(row.limit, currency)!, currency },
    termDays: row.termDays ?? before?.termDays ?? 30,
    overLimit: row.overLimit ?? before?.overLimit ?? "approve",
    overdue: row.overdue ?? before?.overdue ?? "warn",
  };
}

export const creditImport = masterImport({
  name: "credit_accounts",
  title: { zh: "信用额度", en: "Credit accounts" },
  right: { resource: "credit", action: "edit" },
  columns: creditColumns,
  schema: CreditRow,
  key: ({ code, currency = "CNY" }) => `${code}:${currency}`,
  master: creditAccounts,
  find: findCreditTerms,
  merge: mergeTerms,
  words: (lang) => policyWords(lang).refused,
});
