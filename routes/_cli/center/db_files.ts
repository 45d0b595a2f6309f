import type { Names } from "./names.ts";

export function dbFiles(names: Names): Record<string, string> {
  const { center: c } = names;
  return {
    [`db/migrations/${names.migration}.sql`]: migration(names),
    [`db/${c}/${c}_records.ts`]: records(names),
  };
}

const migration = ({ center }: Names) =>
  `-- The ${center} center: things that are open until they are closed.

create table ${center} (
  id text primary key,
  title text not null,
  status text not null check (status in ('open', 'closed')),
  closed_at text,
  because text not null default '',
  version integer not null,
  check ((status = 'closed') = (closed_at is not null))
) strict, without rowid;
`;

const records = ({ center, type }: Names) =>
  `import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import type { ${type}CenterEvent } from "~/domain/${center}/events.ts";
import type { ${type}, ${type}Id } from "~/domain/${center}/${center}.ts";

const mostOnPage = 100;

const byId = prepared((reader, p: { id: string }) =>
  reader.from("${center}").selectAll().where("id", "=", p.id)
);
const newest = prepared((reader, _: Record<never, never>) =>
  reader.from("${center}").selectAll().orderBy("id", "desc").limit(mostOnPage)
);

export function load${type}(reader: Reader, id: string): ${type} {
  return ${center}Of(found(byId(reader, { id })[0], "${center}"));
}

export function list${type}(reader: Reader): ${type}[] {
  return newest(reader, {}).map(${center}Of);
}

function ${center}Of(row: ReturnType<typeof byId>[number]): ${type} {
  const { title, version, closed_at: closedAt } = row;
  const common = { id: row.id as ${type}Id, title, version };
  return closedAt === null
    ? { ...common, status: "open" }
    : { ...common, status: "closed", closedAt };
}

export const ${center}Writers = {
  ${type}Opened(tx, { subject, title }) {
    tx.insert("${center}", { id: subject, title, status: "open", version: 1 });
  },
  ${type}Closed(tx, { subject, version, because }, by) {
    tx.changeOne("${center}", { id: subject, version: version - 1 }, {
      status: "closed",
      closed_at: by.at,
      because,
      version,
    });
  },
} satisfies Writers<${type}CenterEvent>;
`;
