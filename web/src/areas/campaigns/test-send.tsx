/** Sends it to oneself, marked as a test. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import type { Announcement } from "./words.ts";

export function TestSend({ of }: { of: Announcement }) {
  const { operator } = useMe();
  const [email, setEmail] = useState(operator?.email ?? "");
  const locale = Object.keys(of.texts)[0] ?? "en";
  const act = useAct({
    run: async () =>
      await unwrap(
        api.POST("/v1/announcements/{announcement}/test", { params: { path: { announcement: of.id } }, body: { email, locale } }),
      ),
    changes: ["/v1/mail"],
    done: () => t("A test is on its way to {email}", { email }),
  });
  return (
    <AskAct
      label={t("Send a test")}
      consequence={t("One mail, marked as a test in its subject. Nobody is counted as asked.")}
      act={act}
      disabled={false}
    >
      <TextInput label={t("To")} type="email" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
    </AskAct>
  );
}
