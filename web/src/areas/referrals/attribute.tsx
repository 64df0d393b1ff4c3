/** Says who sent whom, where no link or code did: the program, the advocate, the friend, and why. */
import { Alert, Select, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { t } from "../../words/say.ts";
import { nameOf, usePrograms } from "./programs.ts";

type Given = { friend?: string | undefined; advocate?: string | undefined; program?: string | undefined };

export function Attribute({ friend: givenFriend, advocate: givenAdvocate, program: givenProgram }: Given) {
  const navigate = useNavigate();
  const programs = (usePrograms().data?.data ?? []).filter((each) => each.status === "live" || each.status === "paused");
  const [program, setProgram] = useState<string | null>(givenProgram ?? null);
  const [advocate, setAdvocate] = useState<string | null>(givenAdvocate ?? null);
  const [friend, setFriend] = useState<string | null>(givenFriend ?? null);
  const chosen = program ?? (programs.length === 1 ? programs[0]!.key : null);
  const act = useAct({
    run: ({ reason }: { reason: string }) =>
      unwrap(api.POST("/v1/referrals", { body: { program: chosen!, advocate: advocate!, friend: friend!, reason } })),
    changes: ["/v1/referrals", "/v1/rewards", "/v1/people"],
    done: () => t("Attributed. Its rewards follow the program's rules."),
    after: ({ id }) => void navigate({ to: "/referrals/$referral", params: { referral: id } }),
  });
  const same = friend !== null && friend === advocate;
  return (
    <AskAct
      label={t("Attribute by hand")}
      consequence={t(
        "The friend becomes this advocate's referral for good. What the friend did within the program's window counts and is rewarded.",
      )}
      reason
      act={act}
      ready={chosen !== null && advocate !== null && friend !== null && !same}
    >
      <Stack gap="sm">
        <Select
          label={t("Program")}
          required
          data={programs.map((each) => ({ value: each.key, label: nameOf(each) }))}
          value={chosen}
          onChange={setProgram}
        />
        <PickPerson
          label={t("Advocate")}
          description={t("Who recommended. She must take part in the program.")}
          required
          value={advocate}
          onChange={setAdvocate}
        />
        <PickPerson label={t("Friend")} description={t("Who came, bought or signed up.")} required value={friend} onChange={setFriend} />
        {same && <Alert color="rust">{t("Nobody refers herself: choose two people.")}</Alert>}
      </Stack>
    </AskAct>
  );
}
