import { type PartnerKind, partnerKinds } from "~/domain/channel/partner.ts";
import type { Partner } from "~/domain/channel/partner.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { named } from "~/views/_kit/named.ts";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { functionsText, PartnerStatus } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

export type PartnerLine = {
  code: string;
  kind: PartnerKind;
  nameZh: string;
  nameEn: string;
  grade: string | null;
  region: string;
  organisation: string;
  functions: Partner["functions"];
  state: Partner["state"];
};

export type PartnerListFilter = {
  kind?: PartnerKind;
  region?: string;
  organisation?: string;
  state?: Partner["state"];
  q?: string;
};

type Props = {
  shell: Shell;
  rows: PartnerLine[];
  filter: PartnerListFilter;
  regions: Option[];
  organisations: Option[];
  total: number;
  newer?: string;
  older?: string;
  may: { edit: boolean; import: boolean; export: boolean };
};

export function PartnerListPage(props: Props) {
  const { shell, filter, total, may } = props;
  const t = channelWords(shell.lang);
  return (
    <ListPage
      {...props}
      title={t.partners}
      head={{ actions: <Actions {...props} /> }}
      views={views(props)}
      filters={{
        action: paths.partners(),
        view: filter.kind && t.kinds[filter.kind],
        keep: { kind: filter.kind },
        search: { label: t.find, placeholder: t.find, value: filter.q },
        filters: chips(props),
        density: true,
      }}
      columns={columns(props)}
      note={t.count(cappedCount(total))}
      byCode
      empty={{
        title: t.emptyTitle,
        why: t.emptyWhy,
        actions: may.edit && <a class="b" href={paths.newPartner("dealer")}>{t.newOf.dealer}</a>,
      }}
    />
  );
}

function Actions({ shell, filter, may }: Props) {
  const t = channelWords(shell.lang);
  const kind = filter.kind ?? "dealer";
  return (
    <>
      <a class="b" href={paths.network()}>{t.network}</a>
      <a class="b" href={paths.organisations()}>{t.organisations}</a>
      <a class="b" href={paths.regions()}>{t.regions}</a>
      {may.export && <a class="b" href={paths.partnerExport({ ...filter, kind })}>{t.export}</a>}
      {may.import && <a class="b" href={paths.imports(`${kind}s`)}>{t.import}</a>}
      {may.edit && <a class="b go" href={paths.newPartner(kind)}>{t.newOf[kind]}</a>}
    </>
  );
}

function views({ shell, filter }: Props) {
  const t = channelWords(shell.lang);
  const { kind: _kind, ...rest } = filter;
  const all = { href: paths.partners(rest), label: t.allKinds, current: !filter.kind };
  const each = partnerKinds.map((kind) => ({
    href: paths.partners({ ...rest, kind }),
    label: t.kinds[kind],
    current: filter.kind === kind,
  }));
  return [all, ...each];
}

function chips({ shell, filter, regions, organisations }: Props): Filter[] {
  const t = channelWords(shell.lang);
  const states = (["active", "suspended"] as const)
    .map((value) => ({ value, label: t.states[value] }));
  return [
    { name: "region", label: t.fields.regionCode, value: filter.region, options: regions },
    {
      name: "organisation",
      label: t.fields.organisationCode,
      value: filter.organisation,
      options: organisations,
    },
    { name: "state", label: t.fields.state, value: filter.state, options: states },
  ];
}

function columns({ shell, filter }: Props): Column<PartnerLine>[] {
  const { lang } = shell;
  const t = channelWords(lang);
  const kind: Column<PartnerLine>[] = filter.kind
    ? []
    : [{ head: t.fields.kind, cell: (row) => t.kinds[row.kind], quiet: true, card: "am" }];
  return [
    {
      head: t.fields.code,
      cell: (row) => <a href={paths.partner(row.code)}>{row.code}</a>,
      card: "no",
    },
    { head: t.fields.name, cell: (row) => named(row, lang), card: "cu" },
    ...kind,
    {
      head: t.fields.grade,
      cell: (row) => row.grade ?? "—",
      quiet: true,
      card: filter.kind ? "am" : undefined,
    },
    { head: t.fields.regionCode, cell: (row) => row.region, card: "mo" },
    { head: t.fields.organisationCode, cell: (row) => row.organisation, quiet: true, drop: true },
    {
      head: t.fields.functions,
      cell: (row) => functionsText(row.functions, lang),
      quiet: true,
      drop: true,
    },
    {
      head: t.fields.state,
      cell: (row) => <PartnerStatus state={row.state} lang={lang} />,
      card: "st",
    },
  ];
}
