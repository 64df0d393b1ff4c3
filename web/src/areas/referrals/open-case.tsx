/** Opens a case. Whoever opens it is on it. */
import { Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { t } from "../../words/say.ts";

export function OpenCase({ program, opened }: { program: string; opened: (id: string) => void }) {
  const [person, setPerson] = useState<string | null>(null);
  const [owner, setOwner] = useState<string | null>(null);
  const [text, setText] = useState("");
  const act = useAct({
    run: () => {
      const words = text.trim() === "" ? {} : { text: text.trim() };
      return unwrap(api.POST("/v1/cases", { body: { program, person: person!, owner: owner!, people: [], ...words } }));
    },
    changes: ["/v1/cases"],
    done: () => t("The case is open, in its first stage."),
    after: ({ id }) => (setPerson(null), setText(""), opened(id)),
  });
  return (
    <AskAct
      label={t("Open a case")}
      act={act}
      button={{ variant: "filled" }}
      ready={person !== null && owner !== null}
      consequence={t("Only its owner, the coordinator and you can read it. Each time somebody reads it, that is written down.")}
    >
      <Stack gap="sm">
        <PickPerson label={t("Whom it is about")} required value={person} onChange={setPerson} />
        <PickPerson label={t("Owner")} description={t("Is reminded when a stage is late.")} required value={owner} onChange={setOwner} />
        <Textarea
          label={t("What it is about")}
          description={t("Kept apart, and gone when the person is erased.")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Stack>
    </AskAct>
  );
}
