import type { ApprovalCause } from "~/domain/order/order.ts";
import { ErrorSummary, Field, fieldId, Guard } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, freshForm, summaryOf } from "~/views/_kit/form_state.ts";
import { hx } from "~/views/_kit/hx.ts";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { causeSentences } from "./cause_words.ts";
import { orderWords } from "./text.ts";

type Props = {
  number: string;
  version: number;
  /** As it was typed, when it comes back. */
  form?: FormState;
  /** On the list of what waits: the answer takes the place of its row there. */
  inList?: boolean;
  /** The page's one filled button. */
  main?: boolean;
  lang: Lang;
};

/** Yes or no, with a reason; no needs one. The typed reason comes back with a refusal. */
export function ApprovalForm(props: Props) {
  const { number, version, form = freshForm(), inList, main, lang } = props;
  const { approval: t } = orderWords(lang).page;
  const id = `approval-${number}`;
  const htmx = hx.post(paths.orderApproval(number), { target: `#${id}`, swap: "outerHTML" });
  const reason = { ...fieldOf(form, "reason"), id: `reason-${number}` };
  return (
    <form
      id={id}
      class="in stack snug"
      method="post"
      action={paths.orderApproval(number)}
      {...htmx}
    >
      <div class="form">
        {form.general && <Message tone="bad" fact={form.general} alert />}
        <ErrorSummary
          errors={summaryOf(form, () => fieldId(reason))}
          lang={lang}
        />
        <Field {...reason} label={t.reason} hint={t.reasonHint} maxlength={200} />
      </div>
      <Guard version={version} />
      {inList && <input type="hidden" name="from" value="list" />}
      <p class="acts">
        <button type="submit" class={main ? "b go" : "b"}>{t.approve}</button>
        <button type="submit" class="b" formaction={paths.orderRejection(number)}>
          {t.reject}
        </button>
      </p>
    </form>
  );
}

/** Why somebody has to look at it, a sentence each. */
export function Causes({ causes, lang }: { causes: readonly ApprovalCause[]; lang: Lang }) {
  return <>{causeSentences(causes, lang).map((said) => <p class="warn">{said}</p>)}</>;
}
