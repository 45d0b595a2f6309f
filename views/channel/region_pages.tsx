import type { Region } from "~/domain/channel/region.ts";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { nameOf } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

type ListProps = { shell: Shell; rows: Region[]; may: { edit: boolean; partners: boolean } };

export function RegionListPage({ shell, rows, may }: ListProps) {
  const { lang } = shell;
  const t = channelWords(lang);
  const words = t.region;
  const columns: Column<Region & { depth: number }>[] = [
    {
      head: t.fields.nameZh,
      cell: (row) => <Indented depth={row.depth}>{nameOf(row, lang)}</Indented>,
      card: "cu",
    },
    {
      head: t.fields.code,
      cell: (row) => may.edit ? <a href={paths.region(row.code)}>{row.code}</a> : row.code,
      card: "no",
    },
  ];
  if (may.partners) {
    columns.push({
      head: "",
      cell: (row) => <a href={paths.partners({ region: row.code })}>{words.see}</a>,
      align: "end",
      card: "st",
    });
  }
  return (
    <Page {...shell} title={words.title}>
      <Head
        title={words.title}
        back={{ href: paths.partners(), label: t.partners }}
        oneAction
        actions={may.edit && <a class="b go" href={paths.newRegion()}>{words.new}</a>}
      />
      <Sheet label={words.title}>
        {rows.length === 0 ? <VoidState title={words.emptyTitle}>{words.emptyWhy}</VoidState> : (
          <>
            <Table caption={words.title} columns={columns} rows={inTreeOrder(rows)} lang={lang} />
            <Pager note={words.count(count(rows.length))} lang={lang} />
          </>
        )}
      </Sheet>
    </Page>
  );
}

type FormProps = {
  shell: Shell;
  form: FormState;
  existing?: { code: string; version: number };
  isStale?: boolean;
  parents: Option[];
};

export function RegionFormPage({ shell, form, existing, isStale, parents }: FormProps) {
  const { lang } = shell;
  const t = channelWords(lang);
  const { fields, hints } = t;
  const title = existing ? t.editTitle(existing.code) : t.region.new;
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={{ href: paths.regions(), label: t.regions }} />
      <RecordForm
        action={existing ? paths.region(existing.code) : paths.regions()}
        form={form}
        version={existing?.version}
        staleHref={isStale && existing ? paths.region(existing.code) : undefined}
        submit={existing ? t.region.save : t.region.create}
        lang={lang}
      >
        <Sheet label={title}>
          <div class="in set cols">
            <Field
              {...fieldOf(form, "code")}
              label={fields.code}
              maxlength={40}
              readonly={existing !== undefined}
              required
            />
            <Field {...fieldOf(form, "nameZh")} label={fields.nameZh} maxlength={120} required />
            <Field
              {...fieldOf(form, "nameEn")}
              label={fields.nameEn}
              hint={hints.nameEn}
              maxlength={120}
            />
            <Select
              {...fieldOf(form, "parentCode")}
              label={fields.parentCode}
              options={parents}
              empty={t.region.root}
            />
          </div>
        </Sheet>
      </RecordForm>
    </Page>
  );
}
