import { Checkbox, Fieldset } from "./choice.tsx";
import { Field } from "./field.tsx";
import { History } from "./history.tsx";
import type { SampleProps } from "./kit_page.tsx";
import { kitPageWords } from "./kit_page_text.ts";
import { Message } from "./message.tsx";
import { paths } from "./paths.ts";
import { Pairs } from "./rows.tsx";
import { Sheet } from "./sheet.tsx";
import { Steps } from "./steps.tsx";
import { kitWords } from "./text.ts";
import { type Branch, Branches } from "./tree.tsx";
import { VoidState } from "./void_state.tsx";

/** What a record's page is made of: facts, a tree, its history, and what stands still. */
export function RecordSamples({ mark, reading }: SampleProps) {
  const { lang, now } = reading;
  const t = kitPageWords(lang);
  const kit = kitWords(lang);
  const branch = (name: string, below: Branch[] = []): Branch => ({
    name,
    label: <a href={paths.kit()}>{name}</a>,
    note: below.length > 0 ? below.length : undefined,
    below,
  });
  const [first, ...others] = t.dealers;
  const row = { at: now, who: t.log[0]!, field: t.limit };
  return (
    <>
      <Sheet title={t.dealer}>
        <Pairs
          pairs={[
            { label: t.number, value: "SO2611-20418" },
            { label: t.channel, value: t.channels[0] },
          ]}
        />
        <Branches branches={[branch(first!, others.map((name) => branch(name)))]} />
      </Sheet>
      <History
        title={kit.history.what}
        reading={reading}
        rows={[
          { ...row, values: { before: "150,000.00", after: "200,000.00" } },
          { ...row, values: { before: "", after: "150,000.00" } },
          { ...row, field: kit.history.created, values: null },
        ]}
      />
      <Sheet title={t.views[1]!}>
        <VoidState title={t.empty}>{t.emptyWhy}</VoidState>
      </Sheet>
      <Sheet label={`${kit.progress} ${mark}`}>
        <Message tone="ok" fact={t.log[1]!} />
        <Message tone="warn" fact={kit.offline} />
        <Steps
          label={kit.progress}
          steps={[
            { label: t.steps[0]!, note: t.stepNotes[0], state: "done" },
            { label: t.cancel, note: t.stepNotes[1], state: "stop" },
          ]}
        />
        <div class="in set cols">
          <Field
            label={t.number}
            name="readonly"
            id={`readonly-${mark}`}
            value="SO2611-20418"
            readonly
          />
          <Field label={t.papers[0]!} name="file" id={`file-${mark}`} type="file" />
        </div>
        <div class="in">
          <Fieldset legend={t.pay} id={`days-${mark}`} columns>
            {t.months.map((label, at) => (
              <Checkbox name="months" id={`month-${at}-${mark}`} label={label} checked={at < 3} />
            ))}
          </Fieldset>
        </div>
      </Sheet>
    </>
  );
}
