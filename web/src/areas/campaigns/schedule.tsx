/** When it goes: now, or at a day and time on the workspace's clocks. */
import { Radio, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { InstantInput } from "../../kit/instant-input.tsx";
import { instant, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Announcement } from "./words.ts";

export function Schedule({ of }: { of: Announcement }) {
  const [when, setWhen] = useState("now");
  const [at, setAt] = useState<string | null>(null);
  const report = useQuery(read("/v1/announcements/{announcement}/report", { path: { announcement: of.id } }));
  const chosen = when === "now" ? null : at;
  const act = useAct({
    run: async () =>
      await unwrap(
        api.POST("/v1/announcements/{announcement}/schedule", { params: { path: { announcement: of.id } }, body: { at: chosen } }),
      ),
    changes: ["/v1/announcements"],
    done: () => (chosen === null ? t("It is on its way") : t("It goes out on {at}", { at: instant(chosen) })),
  });
  const size = report.data?.audience ?? null;
  const isAsk = of.moment !== null;
  const consequence = isAsk
    ? t("From then on whoever has the moment is asked. Moments before it are left alone.")
    : size === null
      ? t("It goes to its audience; who did not agree is held back.")
      : size.exact
        ? t("It goes to {n, plural, one {# person} other {# people}} at most: who did not agree, or was asked lately, is held back.", {
            n: size.count,
          })
        : t("It goes to {n} people or more: who did not agree, or was asked lately, is held back.", { n: number(size.count) });
  return (
    <AskAct
      label={isAsk ? t("Let it run") : of.status === "scheduled" ? t("Another time") : t("Send it")}
      button={{ variant: "filled" }}
      consequence={consequence}
      act={act}
    >
      <Stack gap="sm">
        <Radio.Group label={t("When")} value={when} onChange={setWhen}>
          <Stack gap="xs" mt={4}>
            <Radio value="now" label={t("Now")} />
            <Radio value="at" label={t("On a day and time")} />
          </Stack>
        </Radio.Group>
        {when === "at" && <InstantInput label={t("Day and time")} required value={at} onChange={setAt} />}
      </Stack>
    </AskAct>
  );
}
