import type { CreditAccountId, OrderId } from "../../_kernel/id.ts";
import type { CreditMoved } from "../events.ts";

export type CreditMode = "ignore" | "warn" | "approve" | "block";

export type CreditAccount = {
  id: CreditAccountId;
  currency: string;
  limitMinor: number;
  termDays: number;
  overLimit: CreditMode;
  overdue: CreditMode;
  openOrderMinor: number;
  receivableMinor: number;
  /** Open items past their due day, at this moment. */
  overdueMinor: number;
};

export type CreditConcern =
  | {
    reason: "credit_exceeded";
    limitMinor: number;
    usedMinor: number;
    wantedMinor: number;
    overMinor: number;
    currency: string;
    at?: string;
  }
  | { reason: "receivable_overdue"; overdueMinor: number; currency: string; at?: string };

/** What a document would do to a credit account: pass, pass with a warning, wait for a person, stop. */
export type CreditVerdict = {
  warnings: CreditConcern[];
  approvals: CreditConcern[];
  refusals: CreditConcern[];
};

export function usedMinor({ openOrderMinor, receivableMinor }: CreditAccount): number {
  return openOrderMinor + receivableMinor;
}

/** Checks one more document of `wantedMinor`; each concern is handled by its own mode. */
export function checkCredit(account: CreditAccount, wantedMinor: number): CreditVerdict {
  const verdict: CreditVerdict = { warnings: [], approvals: [], refusals: [] };
  const { currency, limitMinor, overdueMinor } = account;
  const overMinor = usedMinor(account) + wantedMinor - limitMinor;
  if (overMinor > 0) {
    const concern = { limitMinor, usedMinor: usedMinor(account), wantedMinor, overMinor, currency };
    judge(verdict, account.overLimit, { reason: "credit_exceeded", ...concern });
  }
  if (overdueMinor > 0) {
    judge(verdict, account.overdue, { reason: "receivable_overdue", overdueMinor, currency });
  }
  return verdict;
}

function judge(verdict: CreditVerdict, mode: CreditMode, concern: CreditConcern): void {
  switch (mode) {
    case "ignore":
      return;
    case "warn":
      return void verdict.warnings.push(concern);
    case "approve":
      return void verdict.approvals.push(concern);
    case "block":
      return void verdict.refusals.push(concern);
  }
}

/** An order takes its total from the limit until it ships or is given up. */
export function useCredit(
  account: CreditAccount,
  orderId: OrderId,
  number: string,
  totalMinor: number,
): CreditMoved {
  return {
    type: "CreditMoved",
    subject: orderId,
    accountId: account.id,
    kind: "order",
    orderId,
    document: number,
    openOrderMinor: totalMinor,
    receivableMinor: 0,
    effectKey: `order ${orderId}`,
  };
}
