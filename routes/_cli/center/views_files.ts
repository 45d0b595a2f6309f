import type { Names } from "./names.ts";

export function viewsFiles(names: Names): Record<string, string> {
  const { center: c } = names;
  return {
    [`views/${c}/text.ts`]: text(names),
    [`views/${c}/${c}_page.tsx`]: page(names),
  };
}

const text = ({ center, type }: Names) =>
  `import type { Close${type}Refusal } from "~/domain/${center}/close_${center}.ts";
import { words } from "~/views/_kit/text.ts";

type Refused = { [R in Close${type}Refusal["reason"]]: (refusal: Extract<Close${type}Refusal, { reason: R }>) => string };

const refusedZh: Refused = {
  already_closed: ({ closedAt }) => \`\${closedAt.slice(0, 10)} 已经关了\`,
  changed_meanwhile: () => "你打开之后，别人刚改过",
};

const refusedEn: Refused = {
  already_closed: ({ closedAt }) => \`Closed already on \${closedAt.slice(0, 10)}\`,
  changed_meanwhile: () => "Somebody changed it after you opened it",
};

const zh = {
  refused: refusedZh,
  title: "新中心",
  none: "还没有记录",
  noneWhy: "在下面写一条，它就出现在这里。",
  name: "名称",
  because: "原因",
  open: "新建",
  close: "关闭",
  states: { open: "进行中", closed: "已关闭" },
};

const en: typeof zh = {
  refused: refusedEn,
  title: "${type}",
  none: "Nothing here yet",
  noneWhy: "Write one below and it shows here.",
  name: "Name",
  because: "Reason",
  open: "Add",
  close: "Close",
  states: { open: "Open", closed: "Closed" },
};

export const ${center}Words = words({ zh, en });
`;

const page = ({ center, type }: Names) =>
  `import type { Close${type}Refusal } from "~/domain/${center}/close_${center}.ts";
import type { ${type} } from "~/domain/${center}/${center}.ts";
import { Field, Guard } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { path } from "~/views/_kit/paths.ts";
import { Head, In, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { ${center}Words } from "./text.ts";

type Props = { shell: Shell; items: ${type}[]; refusals?: readonly Close${type}Refusal[] };

export function ${type}Page({ shell, items, refusals = [] }: Props) {
  const t = ${center}Words(shell.lang);
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} />
      <Stack>
        {refusals.map((refusal) => (
          <Message tone="bad" alert fact={t.refused[refusal.reason](refusal as never)} />
        ))}
        <Sheet label={t.title}>
          {items.length === 0 && <VoidState title={t.none}>{t.noneWhy}</VoidState>}
          {items.map((item) => <${type}Row item={item} lang={shell.lang} />)}
        </Sheet>
        <Sheet title={t.open}>
          <In>
            <form class="stack" method="post" action="/${center}">
              <Field label={t.name} name="title" required maxlength={80} />
              <button class="b go" type="submit">{t.open}</button>
            </form>
          </In>
        </Sheet>
      </Stack>
    </Page>
  );
}

function ${type}Row({ item, lang }: { item: ${type}; lang: Shell["lang"] }) {
  const t = ${center}Words(lang);
  return (
    <In>
      <p>
        <b>{item.title}</b>{" "}
        <Status stage={item.status === "open" ? "p2" : "p4"}>{t.states[item.status]}</Status>
      </p>
      {item.status === "open" && (
        <form class="or" method="post" action={path\`/${center}/\${item.id}/closing\`}>
          <Guard version={item.version} />
          <input class="box" name="because" aria-label={t.because} placeholder={t.because} />
          <button class="b" type="submit">{t.close}</button>
        </form>
      )}
    </In>
  );
}
`;
