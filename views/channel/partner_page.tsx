import type { Address, Partner } from "~/domain/channel/partner.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { History, type HistoryRow } from "~/views/_kit/history.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Pairs } from "~/views/_kit/rows.tsx";
import { Duo, Head, Sheet } from "~/views/_kit/sheet.tsx";
import { Tag } from "~/views/_kit/status.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { addressText, functionsText, PartnerStatus } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

export type PartnerPageProps = {
  shell: Shell;
  reading: Reading;
  /** Without its phones where those are hidden, without a parent that is out of sight. */
  partner: Partner;
  level: number;
  organisation: string;
  region: string;
  pool: string | null;
  parent: { code: string; name: string } | null;
  below: { code: string; name: string }[];
  planned: { parentCode: string | null; from: string }[];
  history: HistoryRow[];
  may: { edit: boolean };
  move: FormState;
};

export function PartnerPage(props: PartnerPageProps) {
  const { shell, reading, partner, level, history, may } = props;
  const { lang } = shell;
  const t = channelWords(lang);
  const name = named(partner, lang);
  const hasLevel = partner.kind === "dealer" || partner.kind === "store";
  const sub = [partner.code, t.kinds[partner.kind], hasLevel && t.level(level)];
  return (
    <Page {...shell} title={name}>
      <Head
        title={name}
        back={{ href: paths.partners({ kind: partner.kind }), label: t.partners }}
        status={<PartnerStatus state={partner.state} lang={lang} />}
        oneAction
        actions={may.edit && <a class="b go" href={paths.partnerEdit(partner.code)}>{t.edit}</a>}
        sub={sub.filter(Boolean).join(" · ")}
      />
      <Duo aside={<Aside {...props} />}>
        <Addresses addresses={partner.addresses ?? []} lang={lang} />
        {hasLevel && <Relation {...props} />}
        <History title={t.sections.history} rows={history} reading={reading} />
      </Duo>
    </Page>
  );
}

type AddressProps = { addresses: readonly Address[]; lang: Shell["lang"] };

function Addresses({ addresses, lang }: AddressProps) {
  const t = channelWords(lang);
  const rows = addresses.filter(({ state }) => state === "active");
  const columns: Column<Address>[] = [
    {
      head: t.address.code,
      cell: (row) => (
        <>
          {row.code} {row.isDefault && <Tag>{t.address.defaultMark}</Tag>}
        </>
      ),
      card: "no",
    },
    { head: t.address.street, cell: (row) => addressText(row), card: "cu" },
    { head: t.address.contact, cell: (row) => row.contact || "—", card: "am" },
    { head: t.address.zone, cell: (row) => row.zone, quiet: true, drop: true },
  ];
  if (rows.some(({ phone }) => phone !== undefined)) {
    columns.push({ head: t.address.phone, cell: (row) => row.phone || "—", card: "st" });
  }
  return (
    <Sheet title={t.sections.addresses}>
      {rows.length === 0
        ? <VoidState title={t.address.none}>{t.hints.province}</VoidState>
        : <Table caption={t.sections.addresses} columns={columns} rows={rows} lang={lang} />}
    </Sheet>
  );
}

function Relation(props: PartnerPageProps) {
  const { shell, reading, parent, below, planned, may } = props;
  const { lang } = shell;
  const t = channelWords(lang);
  const above = parent ? <a href={paths.partner(parent.code)}>{parent.name}</a> : t.noParent;
  const plans = planned.map(({ parentCode, from }) => ({
    label: "",
    value: parentCode
      ? t.move.planned(parentCode, date(from, reading))
      : t.move.plannedAlone(date(from, reading)),
  }));
  const under = below.map(({ code, name }) => ({
    label: <a href={paths.partner(code)}>{name}</a>,
    value: code,
  }));
  return (
    <Sheet
      title={t.sections.relation}
      aside={<a href={paths.network()}>{t.network}</a>}
    >
      <Pairs
        pairs={[
          { label: t.fields.parentCode, value: above },
          ...plans,
          { label: t.below(below.length), value: "" },
          ...under,
        ]}
      />
      {may.edit && <Move {...props} />}
    </Sheet>
  );
}

function Move({ shell, partner, move }: PartnerPageProps) {
  const { lang } = shell;
  const t = channelWords(lang);
  return (
    <form method="post" action={paths.partnerRelation(partner.code)} class="in cut" id="move">
      {move.general && <Message tone="bad" fact={move.general} alert />}
      <ErrorSummary errors={summaryOf(move, fieldId)} lang={lang} />
      <div class="set cols">
        <Field
          {...fieldOf(move, "parentCode")}
          label={t.move.parent}
          hint={t.hints.parentCode}
          maxlength={40}
        />
        <Field {...fieldOf(move, "from")} label={t.move.from} type="date" required />
      </div>
      <p class="acts">
        <button type="submit" class="b">{t.move.verb}</button>
        <span class="note">{t.move.note}</span>
      </p>
    </form>
  );
}

function Aside({ shell, partner, organisation, region, pool }: PartnerPageProps) {
  const { lang } = shell;
  const t = channelWords(lang);
  const { fields } = t;
  const facts = [
    { label: fields.organisationCode, value: organisation },
    { label: fields.regionCode, value: region },
    { label: fields.poolCode, value: pool ?? t.none },
    { label: fields.grade, value: partner.grade ?? t.noGrade },
    { label: fields.currency, value: partner.currency },
  ];
  if (partner.phone !== undefined) {
    facts.push({ label: fields.phone, value: partner.phone || t.none });
  }
  const limit = partner.approvalLimitMinor === null
    ? t.none
    : <Money minor={partner.approvalLimitMinor} currency={partner.currency} />;
  return (
    <Sheet title={t.sections.where}>
      <Pairs
        pairs={[
          ...facts,
          { label: fields.functions, value: functionsText(partner.functions, lang) || t.none },
          { label: fields.approvalLimitMinor, value: limit },
        ]}
      />
    </Sheet>
  );
}
