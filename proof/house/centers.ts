import { importsOf, isTest, type Source } from "./sources.ts";

type Loan = { from: string; center: string; target: string; other: string; file: string };

/** Every import in `domain` that crosses from one center into another. */
export function loans(all: readonly Source[]): Loan[] {
  return all.filter(({ path }) => centerOf(path) !== null && !isTest(path)).flatMap((source) => {
    const center = centerOf(source.path)!;
    return importsOf(source).flatMap(({ target }) => {
      const other = centerOf(target);
      if (other === null || other === center) return [];
      const file = target.split("/").slice(2).join("/");
      return [{ from: source.path, center, target, other, file }];
    });
  });
}

function centerOf(path: string): string | null {
  const [room, center, file] = path.split("/");
  return room === "domain" && file !== undefined && !center!.startsWith("_") ? center! : null;
}

const exportedFunction =
  /^export (?:async )?function [^]*?(?=^(?:export )?(?:async )?function |$(?![^]))/gm;

/** A file that decides a command: it answers with events or refusals, so only its own center asks it. */
export function isDecision({ text }: Pick<Source, "text">): boolean {
  return (text.match(exportedFunction) ?? []).some((each) => /\)\s*:\s*Decision</.test(each));
}
