import type { PartnerKind } from "~/domain/channel/partner.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { type Branch, Branches } from "~/views/_kit/tree.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { PartnerStatus } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

export type NetworkMember = {
  code: string;
  kind: PartnerKind;
  nameZh: string;
  nameEn: string;
  state: "active" | "suspended";
  level: number;
  below: NetworkMember[];
  countBelow: number;
};

type Props = {
  shell: Shell;
  reading: Reading;
  day: string;
  members: NetworkMember[];
  /** How many stand on each level, the top first. */
  levels: number[];
};

export function NetworkPage({ shell, reading, day, members, levels }: Props) {
  const { lang } = shell;
  const t = channelWords(lang);
  const { networkPage } = t;
  const counts = levels.map((members, at) => networkPage.level(at + 1, count(members)));
  return (
    <Page {...shell} title={networkPage.title}>
      <Head
        title={networkPage.title}
        back={{ href: paths.partners(), label: t.partners }}
        actions={<AsOf day={day} lang={lang} />}
        sub={[networkPage.sub(date(day, reading)), ...counts].join(kitWords(lang).comma)}
      />
      <Sheet label={networkPage.title}>
        {members.length === 0
          ? <VoidState title={networkPage.emptyTitle}>{networkPage.emptyWhy}</VoidState>
          : <Branches branches={members.map((member) => branchOf(member, shell))} />}
      </Sheet>
    </Page>
  );
}

function AsOf({ day, lang }: { day: string; lang: Shell["lang"] }) {
  const { networkPage } = channelWords(lang);
  return (
    <form action={paths.network()} class="or">
      <input class="box" type="date" name="on" value={day} aria-label={networkPage.asOf} required />
      <button type="submit" class="b">{networkPage.see}</button>
    </form>
  );
}

function branchOf(member: NetworkMember, shell: Shell): Branch {
  const { lang } = shell;
  const t = channelWords(lang);
  const { code, kind, state, below, countBelow } = member;
  return {
    name: named(member, lang),
    label: (
      <>
        <a href={paths.partner(code)}>{named(member, lang)}</a> <span class="q">{code}</span>
      </>
    ),
    note: (
      <>
        {countBelow > 0 && <span class="q">{t.below(countBelow)}</span>}
        {kind !== "dealer" && <span class="q">{t.kinds[kind]}</span>}
        {state === "suspended" && <PartnerStatus state={state} lang={lang} />}
      </>
    ),
    below: below.map((inner) => branchOf(inner, shell)),
  };
}
