import type { z } from "zod";
import { ErrorPage, type Trouble } from "~/views/_kit/error_page.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { issueWords } from "./issue_words.ts";

type Failure = {
  status: number;
  requestId: string;
  issues?: readonly z.core.$ZodIssue[];
  headers?: Record<string, string>;
};

/** What happened, what was kept, and the number to quote: the page of every failed request. */
export function failurePage(
  shell: Shell,
  { status, requestId, issues, headers }: Failure,
): Response {
  const trouble = troubleOf(status);
  const { lang } = shell;
  const page = (
    <Page {...shell} title={kitWords(lang).errors[trouble].title}>
      <ErrorPage
        trouble={trouble}
        requestId={requestId}
        lang={lang}
        actions={[403, 404].includes(status) && (
          <a class="b" href={paths.home()}>{kitWords(lang).toHome}</a>
        )}
        kept={issues && (
          <ul>
            {issues.map((issue) => <li>{`${issue.path.join(".")} ${issueWords(issue, lang)}`}</li>)}
          </ul>
        )}
      />
    </Page>
  );
  return new Response(String(page), {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", vary: "HX-Request" },
  });
}

function troubleOf(status: number): Trouble {
  if (status === 401) return 403;
  if (status === 400 || status === 413) return 422;
  return ([403, 404, 409, 422, 429, 500, 503] as const).find((known) => known === status) ?? 500;
}
