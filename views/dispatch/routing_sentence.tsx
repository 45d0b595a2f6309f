import type { RoutingRecord } from "~/domain/dispatch/events.ts";
import type { RoutingDecision } from "~/domain/dispatch/read_models.ts";
import { promise, type Reading } from "~/views/_kit/date.tsx";
import { money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { percent } from "~/views/_kit/number.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { dispatchWords } from "./text.ts";

export function nodeNames(
  nodes: readonly { nameZh: string; nameEn: string }[],
  lang: Lang,
): string {
  const names = nodes.map((node) => named(node, lang));
  return names.join(lang === "zh" ? "、" : " and ");
}

export function unitsOf({ shipments, unfilled }: RoutingRecord): number {
  return shipments.reduce((sum, { units }) => sum + units, 0) +
    unfilled.reduce((sum, { missing }) => sum + missing, 0);
}

/** The last day any of the parts is there; null where a part has no day. */
export function arrivesOn({ shipments }: RoutingRecord): string | null {
  const days = shipments.map(({ promisedOn }) => promisedOn);
  return days.includes(null) ? null : days.sort().at(-1) ?? null;
}

/** Why from there, in one sentence of reason and one of how sure that is. */
export function Reason({ record, reading }: { record: RoutingRecord; reading: Reading }) {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const missing = record.unfilled.map(({ sku, missing }) => t.missing(sku, missing))
    .join(kitWords(lang).listComma);
  const { space } = dispatchWords(lang);
  if (record.shipments.length === 0) {
    return <p>{t.nowhere}{space}{missing && t.unfilled(missing)}</p>;
  }
  return (
    <p>
      {whyThere(record, reading)}
      {space}
      {missing ? t.unfilled(missing) : <Gap record={record} t={t} />}
      {space}
      {!missing && runnerUp(record, lang)}
    </p>
  );
}

function whyThere(record: RoutingRecord, reading: Reading): string {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const { shipments, rejected, unfilled } = record;
  const names = nodeNames(shipments, lang);
  const last = arrivesOn(record);
  const day = last && promise(last, reading);
  if (unfilled.length > 0) return t.some(names, day);
  if (shipments.length === 1) return t.single(names, day);
  const total = unitsOf(record);
  const isWholeElsewhere = rejected.some(({ because, canShipUnits }) =>
    because === "cost" && canShipUnits === total
  );
  return isWholeElsewhere
    ? t.splitCheaper(names, shipments.length, day)
    : t.splitNeeded(names, shipments.length, day);
}

type Words = ReturnType<typeof dispatchWords>["routing"];

function Gap({ record, t }: { record: RoutingRecord; t: Words }) {
  const { costMinor, boundMinor, optimal, currency } = record;
  if (optimal || costMinor === boundMinor) return <>{t.proven}</>;
  const gapMinor = costMinor - boundMinor;
  const [before, figure, after] = t.gap(
    money(gapMinor, { currency, mark: true }),
    percent(Math.ceil(gapMinor * 10_000 / costMinor)),
  );
  return (
    <>
      {before}
      <b>{figure}</b>
      {after}
    </>
  );
}

function runnerUp({ runnerUp, rejected, shipments, currency }: RoutingRecord, lang: Lang): string {
  if (!runnerUp) return "";
  const t = dispatchWords(lang).routing;
  const known = [...shipments, ...rejected];
  const names = nodeNames(
    runnerUp.nodes.map((code) =>
      known.find(({ node }) => node === code) ?? { nameZh: code, nameEn: code }
    ),
    lang,
  );
  return runnerUp.extraMinor === 0
    ? t.runnerUpSame(names)
    : t.runnerUp(names, money(runnerUp.extraMinor, { currency, mark: true }));
}

/** Who sent it elsewhere and why, and what the plan had been. */
export function Overridden(
  { decision, computed, reading }: {
    decision: RoutingDecision;
    computed: RoutingRecord | undefined;
    reading: Reading;
  },
) {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const { who, overrideReason, record } = decision;
  const extraMinor = computed ? record.costMinor - computed.costMinor : 0;
  const amount = money(Math.abs(extraMinor), { currency: record.currency, mark: true });
  const compared = extraMinor === 0 ? t.same : extraMinor > 0 ? t.less(amount) : t.more(amount);
  return (
    <p>
      {t.override(who, nodeNames(record.shipments, lang), overrideReason ?? "")}
      {dispatchWords(lang).space}
      {computed && computed.shipments.length > 0 &&
        t.instead(nodeNames(computed.shipments, lang), compared)}
    </p>
  );
}
