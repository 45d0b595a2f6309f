import type { Names } from "./names.ts";

/** One line in a file that lists all centers: where it goes, and the line. */
export type Insertion = { path: string; before: string; line: string };

export function insertionsOf({ center: c, type }: Names): Insertion[] {
  const firstImport = "import ";
  return [
    {
      path: "domain/events.ts",
      before: firstImport,
      line: `import type { ${type}CenterEvent } from "./${c}/events.ts";`,
    },
    { path: "domain/events.ts", before: "  | PlatformEvent", line: `  | ${type}CenterEvent` },
    {
      path: "domain/platform/rights.ts",
      before: '  kit: "read";',
      line: `  ${c}: "read" | "edit";`,
    },
    {
      path: "domain/platform/rights.ts",
      before: '  kit: { read: "all" },',
      line: `  ${c}: { read: "all", edit: "all" },`,
    },
    {
      path: "db/writers.ts",
      before: firstImport,
      line: `import { ${c}Writers } from "./${c}/${c}_records.ts";`,
    },
    { path: "db/writers.ts", before: "  ...userWriters,", line: `  ...${c}Writers,` },
    { path: "db/_engine/scope.ts", before: '  category: "public",', line: `  ${c}: "system",` },
    {
      path: "routes/mod.ts",
      before: firstImport,
      line: `import { ${c}Routes } from "./${c}/mod.ts";`,
    },
    { path: "routes/mod.ts", before: "  ...platformRoutes,", line: `  ...${c}Routes,` },
    {
      path: "views/text.ts",
      before: "import { platformWords }",
      line: `import { ${c}Words } from "./${c}/text.ts";`,
    },
    {
      path: "views/text.ts",
      before: "    platform: platformWords(lang),",
      line: `    ${c}: ${c}Words(lang),`,
    },
    {
      path: "views/_kit/nav.ts",
      before: '    { resource: "user", href: "/user"',
      line: `    { resource: "${c}", href: "/${c}", label: { zh: "新中心", en: "${type}" } },`,
    },
    ...auditWords(c, type),
    {
      path: "jobs/mod.ts",
      before: firstImport,
      line: `import { notice${type}Closed } from "./${c}/notice_${c}.ts";`,
    },
    {
      path: "jobs/mod.ts",
      before: '  listen("OrderConfirmed"',
      line: `  listen("${type}Closed", "notice_${c}", notice${type}Closed),`,
    },
    { path: "main_test.ts", before: "  platform: [],", line: `  ${c}: [],` },
  ];
}

/** What the audit trail calls its rights and its events, in both languages. */
function auditWords(c: string, type: string): Insertion[] {
  const nouns = "views/platform/audit_text.ts";
  const events = "views/platform/audit_event_text.ts";
  return [
    { path: nouns, before: '  home: "首页",', line: `  ${c}: "新中心",` },
    { path: nouns, before: '  home: "home",', line: `  ${c}: "${c}",` },
    {
      path: events,
      before: '  ApprovalAsked: "送审",',
      line: `  ${type}Opened: "新中心开始",\n  ${type}Closed: "新中心结束",`,
    },
    {
      path: events,
      before: '  ApprovalAsked: "Approval asked",',
      line: `  ${type}Opened: "${type} opened",\n  ${type}Closed: "${type} closed",`,
    },
  ];
}

/** The text with the line put in before the first line that begins as said. */
export function insert(text: string, { path, before, line }: Insertion): string {
  const lines = text.split("\n");
  const at = lines.findIndex((each) => each.startsWith(before));
  if (at < 0) throw new Error(`${path} has no line that begins with ${JSON.stringify(before)}`);
  lines.splice(at, 0, line);
  return lines.join("\n");
}
