import { isInForce, type Organisation } from "~/domain/channel/organisation.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { rateText } from "~/views/_kit/decimal.ts";
import { Field } from "~/views/_kit/field.tsx";
import { fieldOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { TreeForm, type TreeRecordProps } from "~/views/_kit/tree_record.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { nameLabels, nameOf } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

type ListProps = {
  shell: Shell;
  reading: Reading;
  /** Today, in the business calendar. */
  day: string;
  rows: Organisation[];
  may: { edit: boolean };
};

export function OrganisationListPage(props: ListProps) {
  const { shell, rows, may } = props;
  const { lang } = shell;
  const t = channelWords(lang);
  const words = t.organisation;
  return (
    <Page {...shell} title={words.title}>
      <Head
        title={words.title}
        back={{ href: paths.partners(), label: t.partners }}
        oneAction
        actions={may.edit && <a class="b go" href={paths.newOrganisation()}>{words.new}</a>}
      />
      <Sheet label={words.title}>
        {rows.length === 0 ? <VoidState title={words.emptyTitle}>{words.emptyWhy}</VoidState> : (
          <>
            <Table
              caption={words.title}
              columns={columns(props)}
              rows={inTreeOrder(rows)}
              lang={lang}
            />
            <Pager note={words.count(count(rows.length))} lang={lang} />
          </>
        )}
      </Sheet>
    </Page>
  );
}

type Line = Organisation & { depth: number };

function columns({ shell, reading, day, may }: ListProps): Column<Line>[] {
  const { lang } = shell;
  const t = channelWords(lang);
  return [
    {
      head: t.fields.nameZh,
      cell: (row) => <Indented depth={row.depth}>{nameOf(row, lang)}</Indented>,
      card: "cu",
    },
    {
      head: t.fields.code,
      cell: (row) => may.edit ? <a href={paths.organisation(row.code)}>{row.code}</a> : row.code,
      card: "no",
    },
    { head: t.fields.currency, cell: (row) => row.currency, quiet: true, card: "am" },
    { head: t.fields.validFrom, cell: (row) => date(row.validFrom, reading), quiet: true },
    {
      head: t.fields.validUntil,
      cell: (row) => row.validUntil ? date(row.validUntil, reading) : t.organisation.open,
      quiet: true,
    },
    {
      head: t.fields.discountLimitBasisPoints,
      cell: (row) => rateText(row.discountLimitBasisPoints),
      align: "end",
      quiet: true,
    },
    {
      head: t.fields.state,
      cell: (row) => <InForce organisation={row} day={day} lang={lang} />,
      card: "st",
    },
  ];
}

function InForce(
  { organisation, day, lang }: { organisation: Organisation; day: string; lang: Shell["lang"] },
) {
  const words = channelWords(lang).organisation;
  if (isInForce(organisation, day)) return <Status stage="p4">{words.inForce}</Status>;
  return day < organisation.validFrom
    ? <Status stage="p0">{words.notYet}</Status>
    : <Status stage="void">{words.over}</Status>;
}

export function OrganisationFormPage(props: TreeRecordProps) {
  const { shell, form, existing } = props;
  const t = channelWords(shell.lang);
  const { fields, hints, organisation } = t;
  return (
    <TreeForm
      {...props}
      title={existing ? t.editTitle(existing.code) : organisation.new}
      back={{ href: paths.organisations(), label: t.organisations }}
      action={{ create: paths.organisations(), existing: paths.organisation }}
      submit={existing ? organisation.save : organisation.create}
      labels={{ ...nameLabels(t), parent: fields.parentCode, root: organisation.root }}
    >
      <Field {...fieldOf(form, "currency")} label={fields.currency} maxlength={3} required />
      <Field {...fieldOf(form, "validFrom")} label={fields.validFrom} type="date" required />
      <Field
        {...fieldOf(form, "validUntil")}
        label={fields.validUntil}
        hint={hints.validUntil}
        type="date"
      />
      <Field
        {...fieldOf(form, "discountLimitBasisPoints")}
        label={fields.discountLimitBasisPoints}
        hint={hints.discountLimit}
        inputmode="decimal"
        required
      />
    </TreeForm>
  );
}
