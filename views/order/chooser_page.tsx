import type { Names } from "~/domain/order/read_models.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Head, In, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { catalogueWords } from "./catalogue_text.ts";

export type ChoosableDealer = Names & {
  code: string;
  grade: string | null;
  state: "active" | "suspended";
};

type Props = { shell: Shell; q: string; dealers: ChoosableDealer[] };

/** Before an order on behalf: which dealer it is for. */
export function ChooserPage({ shell, q, dealers }: Props) {
  const { lang } = shell;
  const t = catalogueWords(lang).chooser;
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} />
      <Stack>
        <Sheet label={t.title}>
          <form class="in" action={paths.dealerChooser()} role="search">
            <div class="or">
              <input
                class="box"
                type="search"
                name="q"
                value={q}
                placeholder={t.find}
                aria-label={t.find}
                autofocus
              />
              <button type="submit" class="b">{t.go}</button>
            </div>
          </form>
          {dealers.length > 0
            ? <Table caption={t.list} columns={columns(lang)} rows={dealers} lang={lang} />
            : (
              <In>
                <p class="q">{q ? t.none(q) : t.hint}</p>
              </In>
            )}
        </Sheet>
      </Stack>
    </Page>
  );
}

function columns(lang: Lang): Column<ChoosableDealer>[] {
  const { heads, suspended } = catalogueWords(lang).chooser;
  return [
    {
      head: heads.name,
      cell: (dealer) =>
        dealer.state === "suspended"
          ? named(dealer, lang)
          : <a href={paths.orderPad({ dealer: dealer.code })}>{named(dealer, lang)}</a>,
      card: "cu",
    },
    { head: heads.code, cell: ({ code }) => code, card: "no" },
    { head: heads.grade, cell: ({ grade }) => grade ?? "—" },
    {
      head: heads.state,
      cell: ({ state }) => state === "suspended" && <span class="warn">{suspended}</span>,
      card: "st",
    },
  ];
}
