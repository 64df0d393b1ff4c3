/** Decides many, one after the other: what could not be decided is said, and stays. */
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { AskAct, useAct } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import type { InboxItem, InboxSort } from "./inbox-types.ts";
import { INBOX_CHANGES } from "./inbox-row.tsx";

type Props = { sort: InboxSort; program: string | undefined; items: readonly InboxItem[]; done: () => void };

async function each(items: readonly InboxItem[], run: (id: string) => Promise<unknown>): Promise<number> {
  let failed = 0;
  for (const item of items)
    await run(item.id).catch(() => {
      failed += 1;
    });
  if (failed === items.length) throw new Error(t("None of them could be decided. Load the page again: somebody may have been faster."));
  return failed;
}

export function DecideMany({ sort, program = "", items, done }: Props) {
  const [words, setWords] = useState("");
  const n = items.length;
  const told = (failed: number): string =>
    failed === 0
      ? t("{n, plural, one {# is} other {# are}} decided. Everybody is told.", { n })
      : t("{n} are decided; {failed} could not be, and are still here.", { n: n - failed, failed });
  const yes = useAct({ run: () => each(items, (id) => sort.approve!.run(id, program)), changes: INBOX_CHANGES, done: told, after: done });
  const no = useAct({
    run: () => each(items, (id) => sort.refuse!.run(id, program, words.trim())),
    changes: INBOX_CHANGES,
    done: told,
    after: done,
  });
  return (
    <>
      <AskAct
        label={t("Approve {n}", { n })}
        act={yes}
        button={{ size: "xs", variant: "filled" }}
        consequence={t("For each of the {n}: {consequence}", { n, consequence: sort.approve!.consequence })}
      />
      <AskAct
        label={t("Refuse {n}", { n })}
        act={no}
        button={{ size: "xs" }}
        ready={sort.refuse!.words === "optional" || words.trim() !== ""}
        consequence={t("For each of the {n}: {consequence}", { n, consequence: sort.refuse!.consequence })}
      >
        <Textarea
          label={t("Your words, the same for all")}
          required={sort.refuse!.words === "required"}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </AskAct>
    </>
  );
}
