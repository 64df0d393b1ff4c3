/** "I bought but forgot the code": a claim that an operator files for somebody, with what proves it. */
import { Select, Stack, TextInput, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { t } from "../../words/say.ts";
import { definitionOf, nameOf, usePrograms } from "./programs.ts";

export function RetroClaim({ order: givenOrder, person: givenPerson }: { order?: string | undefined; person?: string | undefined }) {
  const navigate = useNavigate();
  // Only programs that take claims of orders: elsewhere the referral is made by hand.
  const programs = (usePrograms().data?.data ?? []).filter(
    (each) => definitionOf(each).claims?.subject === "order" && each.status === "live",
  );
  const [program, setProgram] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(givenPerson ?? null);
  const [order, setOrder] = useState(givenOrder ?? "");
  const [evidence, setEvidence] = useState("");
  const chosen = program ?? (programs.length === 1 ? programs[0]!.key : null);
  const act = useAct({
    run: () => {
      const more = evidence.trim() === "" ? {} : { evidence: evidence.trim() };
      const body = { program: chosen!, order: order.trim(), claimants: [{ person: person!, share: 1 }], ...more };
      return unwrap(api.POST("/v1/claims", { body }));
    },
    changes: ["/v1/claims", "/v1/referrals", "/v1/rewards"],
    done: ({ status }) =>
      status === "accepted"
        ? t("The claim was accepted: the order is hers.")
        : status === "refused"
          ? t("The claim was refused. Its reason stands in the inbox.")
          : t("The claim waits in the inbox for a decision."),
    after: ({ id }) => void navigate({ to: "/referrals/inbox", search: { kind: "claims", item: id } }),
  });
  if (programs.length === 0) return null;
  return (
    <AskAct
      label={t("File a claim")}
      consequence={t("If it is accepted, whoever bought becomes her referral, and what that earns is paid by the rules.")}
      act={act}
      ready={chosen !== null && person !== null && order.trim() !== ""}
    >
      <Stack gap="sm">
        {programs.length > 1 && (
          <Select
            label={t("Program")}
            required
            data={programs.map((each) => ({ value: each.key, label: nameOf(each) }))}
            value={chosen}
            onChange={setProgram}
          />
        )}
        <PickPerson label={t("Who says that she recommended it")} required value={person} onChange={setPerson} />
        <TextInput label={t("Order number")} required value={order} onChange={(event) => setOrder(event.currentTarget.value)} />
        <Textarea
          label={t("What proves it")}
          description={t("A copied message, the day and the shop. Erased with the person.")}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
      </Stack>
    </AskAct>
  );
}
