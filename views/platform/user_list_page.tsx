import { type Reading, When } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import type { Role } from "~/domain/platform/rights.ts";
import type { UserState } from "~/domain/platform/user.ts";
import { roleWords, UserStatus } from "./user_parts.tsx";
import { platformWords } from "./text.ts";

export type UserLine = {
  id: string;
  login: string;
  name: string;
  state: UserState;
  roles: Role[];
  party: string | null;
  seenAt: string | null;
};

type Props = {
  shell: Shell;
  reading: Reading;
  rows: UserLine[];
  filter: { q?: string; role?: string; state?: string };
  roleOptions: readonly Role[];
  newer?: string;
  older?: string;
  mayInvite: boolean;
};

export function UserListPage(props: Props) {
  const { shell, filter, mayInvite } = props;
  const t = platformWords(shell.lang);
  return (
    <Page {...shell} title={t.users}>
      <Head
        title={t.users}
        oneAction
        actions={mayInvite && <a class="b go" href={paths.newUser()}>{t.invite.title}</a>}
      />
      <Sheet label={t.users}>
        <Views {...props} />
        <Filters
          action={paths.users()}
          keep={{ state: filter.state }}
          search={{ value: filter.q, label: t.list.search, placeholder: t.list.search }}
          filters={[{
            name: "role",
            label: t.list.roleFilter,
            value: filter.role,
            options: props.roleOptions.map((role) => ({ value: role, label: t.role[role] })),
          }]}
          lang={shell.lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Views({ shell, filter }: Props) {
  const t = platformWords(shell.lang);
  const { state, ...rest } = filter;
  const states = ["active", "invited", "disabled"] as const;
  return (
    <Tabs
      lang={shell.lang}
      views={[
        { href: paths.users(rest), label: t.list.all, current: !state },
        ...states.map((each) => ({
          href: paths.users({ ...rest, state: each }),
          label: t.state[each],
          current: state === each,
        })),
      ]}
    />
  );
}

function Rows({ shell, reading, rows, filter, newer, older }: Props) {
  const { lang } = shell;
  const t = platformWords(lang);
  if (rows.length === 0 && Object.values(filter).some(Boolean)) {
    const words = [
      filter.q && `“${filter.q}”`,
      filter.role && t.role[filter.role as Role],
      filter.state && t.state[filter.state as UserState],
    ].filter(Boolean).join(lang === "zh" ? "、" : ", ");
    return <FilteredEmpty filters={words} clearHref={paths.users()} lang={lang} />;
  }
  if (rows.length === 0) return <VoidState title={t.list.none}>{t.list.noneWhy}</VoidState>;
  return (
    <>
      <Table caption={t.list.caption} columns={columns(reading)} rows={rows} lang={lang} />
      <Pager
        note={t.list.note(String(rows.length))}
        newer={newer}
        older={older}
        byCode
        lang={lang}
      />
    </>
  );
}

function columns(reading: Reading): Column<UserLine>[] {
  const { lang } = reading;
  const t = platformWords(lang);
  return [
    { head: t.list.name, card: "cu", cell: ({ id, name }) => <a href={paths.user(id)}>{name}</a> },
    { head: t.list.login, card: "no", cell: ({ login }) => login },
    { head: t.list.roles, card: "mo", cell: ({ roles }) => roleWords(roles, lang) },
    { head: t.list.party, quiet: true, cell: ({ party }) => party ?? t.list.house },
    {
      head: t.list.state,
      card: "st",
      cell: ({ state }) => <UserStatus state={state} lang={lang} />,
    },
    {
      head: t.list.lastSeen,
      align: "end",
      drop: true,
      quiet: true,
      cell: ({ seenAt }) => <When at={seenAt} as="moment" reading={reading} />,
    },
  ];
}
