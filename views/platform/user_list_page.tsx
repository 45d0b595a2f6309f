import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { View } from "~/views/_kit/list_parts.tsx";
import { type Reading, When } from "~/views/_kit/date.tsx";
import { paths } from "~/views/_kit/paths.ts";
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
  filter: { q?: string; role?: string; state?: UserState };
  roleOptions: readonly Role[];
  newer?: string;
  older?: string;
  mayInvite: boolean;
};

export function UserListPage(props: Props) {
  const { shell, reading, rows, filter, roleOptions, mayInvite } = props;
  const t = platformWords(shell.lang);
  return (
    <ListPage
      {...props}
      title={t.users}
      head={{
        oneAction: true,
        actions: mayInvite && <a class="b go" href={paths.newUser()}>{t.invite.title}</a>,
      }}
      views={views(props)}
      filters={{
        action: paths.users(),
        view: filter.state && t.state[filter.state],
        keep: { state: filter.state },
        search: { value: filter.q, label: t.list.search, placeholder: t.list.search },
        filters: [{
          name: "role",
          label: t.list.roleFilter,
          value: filter.role,
          options: roleOptions.map((role) => ({ value: role, label: t.role[role] })),
        }],
      }}
      columns={columns(reading)}
      note={t.list.note(String(rows.length))}
      byCode
      empty={{ title: t.list.none, why: t.list.noneWhy }}
    />
  );
}

function views({ shell, filter }: Props): View[] {
  const t = platformWords(shell.lang);
  const { state, ...rest } = filter;
  const states = ["active", "invited", "disabled"] as const;
  return [
    { href: paths.users(rest), label: t.list.all, current: !state },
    ...states.map((each) => ({
      href: paths.users({ ...rest, state: each }),
      label: t.state[each],
      current: state === each,
    })),
  ];
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
