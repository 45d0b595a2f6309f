import { isInForce, type Organisation } from "~/domain/channel/organisation.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Field } from "~/views/_kit/field.tsx";
import { fieldOf } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { PeriodFields } from "~/views/_kit/record_fields.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { TreeFormPage, type TreeFormProps } from "~/views/_kit/tree_form.tsx";
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
  const t = channelWords(shell.lang);
  const words = t.organisation;
  return (
    <ListPage
      shell={shell}
      title={words.title}
      head={{
        back: { href: paths.partners(), label: t.partners },
        oneAction: true,
        actions: may.edit && <a class="b go" href={paths.newOrganisation()}>{words.new}</a>,
      }}
      columns={columns(props)}
      rows={inTreeOrder(rows)}
      note={words.count(count(rows.length))}
      empty={{ title: words.emptyTitle, why: words.emptyWhy }}
    />
  );
}

type Line = Organisation & { depth: number };

function columns({ shell, reading, day, may }: ListProps): Column<Line>[] {
  const { lang } = shell;
  const t = channelWords(lang);
  return [
    {
      head: t.fields.name,
      cell: (row) => <Indented depth={row.depth}>{named(row, lang)}</Indented>,
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

export function OrganisationFormPage(props: TreeFormProps) {
  const { shell, form } = props;
  const { fields, hints, organisation: t, ...all } = channelWords(shell.lang);
  return (
    <TreeFormPage
      {...{ ...props, fields, hints }}
      words={{ ...t, edit: all.editTitle, parent: fields.parentCode }}
      list={{ href: paths.organisations(), label: t.title }}
      at={paths.organisation}
    >
      <Field {...fieldOf(form, "currency")} label={fields.currency} maxlength={3} required />
      <PeriodFields {...{ form, fields }} hints={{ validUntil: hints.validUntil }} />
    </TreeFormPage>
  );
}
