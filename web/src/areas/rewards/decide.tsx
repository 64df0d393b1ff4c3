/** Deciding rewards, one or many: who is concerned and with how much stands there before anything happens. */
import { Button, Group, List as Bullets, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { complain, tell, useAct } from "../../kit/act.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { kindLabel } from "./words.tsx";

export type Decision = "approve" | "deny";
type Props = { decision: Decision | null; rewards: readonly string[]; close: () => void; done?: () => void };

const CHANGED = ["/v1/rewards", "/v1/ledger", "/v1/reports", "/v1/budgets", "/v1/home"];

export function DecideRewards({ decision, rewards, close, done }: Props) {
  const title = decision === "deny" ? t("Refuse") : t("Approve");
  return (
    <Modal opened={decision !== null} onClose={close} title={title}>
      {decision !== null && <Body decision={decision} rewards={rewards} close={close} done={done} />}
    </Modal>
  );
}

function Body({ decision, rewards, close, done }: Props & { decision: Decision }) {
  const [reason, setReason] = useState("");
  const preview = useQuery({
    queryKey: ["/v1/rewards/decide", decision, ...rewards],
    queryFn: () => unwrap(api.POST("/v1/rewards/decide", { body: { decision, rewards: [...rewards], dry_run: true } })),
    staleTime: 0,
  });
  const act = useAct({
    run: () =>
      unwrap(
        api.POST("/v1/rewards/decide", {
          body: { decision, rewards: [...rewards], dry_run: false, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) },
        }),
      ),
    changes: CHANGED,
    after: ({ decided, refused }) => {
      const said =
        decision === "approve"
          ? t("{n, plural, one {# reward approved} other {# rewards approved}}", { n: decided.length })
          : t("{n, plural, one {# reward refused} other {# rewards refused}}", { n: decided.length });
      tell(said);
      if (refused.length > 0)
        complain(
          new Error(t("{n, plural, one {# was} other {# were}} left as it is: somebody else was quicker.", { n: refused.length })),
        );
      close();
      done?.();
    },
  });
  return (
    <Shown of={preview}>
      {({ totals, refused, decided }) => (
        <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
          <Stack gap="sm">
            <Bullets size="sm" spacing={4}>
              {totals.map(({ kind, value, rewards: n, people }) => (
                <Bullets.Item key={`${kind}${value.currency}`}>
                  <Money of={value} /> ({kindLabel(kind)}):{" "}
                  {t("{n, plural, one {# reward} other {# rewards}} of {people, plural, one {# person} other {# people}}", { n, people })}
                </Bullets.Item>
              ))}
            </Bullets>
            <Text size="sm" c="dimmed">
              {decision === "approve"
                ? t("Each becomes available now, or when its time of waiting is over. The recipients are told.")
                : t("What was waiting goes back to the program for good. The recipients are told, with your reason.")}
            </Text>
            {refused.length > 0 && (
              <Text size="sm" c="amber">
                {t("{n, plural, one {# of them does} other {# of them do}} not wait for it any more and will be left alone.", {
                  n: refused.length,
                })}
              </Text>
            )}
            {decision === "deny" && (
              <Textarea
                label={t("Why")}
                description={t("The recipient reads it, and it is kept in the audit log.")}
                required
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                data-autofocus
              />
            )}
            {act.error && <ErrorState error={act.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t("Cancel")}
              </Button>
              <Button
                type="submit"
                color={decision === "deny" ? "rust" : undefined}
                loading={act.isPending}
                disabled={decided.length === 0 || (decision === "deny" && reason.trim() === "")}
                data-autofocus={decision === "approve" ? true : undefined}
              >
                {decision === "approve" ? t("Approve {n}", { n: decided.length }) : t("Refuse {n}", { n: decided.length })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Shown>
  );
}
