/** Deciding referrals, one or many, with a word for colleagues. */
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { complain, tell, useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";

export type Decision = "approve" | "refuse";
type Props = { decision: Decision | null; reviews: readonly string[]; close: () => void; done?: () => void };

export const CHANGED = ["/v1/reviews", "/v1/rewards", "/v1/referrals", "/v1/ledger", "/v1/reports", "/v1/home"];

export function DecideReviews({ decision, reviews, close, done }: Props) {
  const [note, setNote] = useState("");
  const act = useAct({
    run: () =>
      unwrap(
        api.POST("/v1/reviews/decide", {
          body: { decision: decision!, reviews: [...reviews], ...(note.trim() === "" ? {} : { note: note.trim() }) },
        }),
      ),
    changes: CHANGED,
    after: ({ decided, refused }) => {
      tell(
        decision === "approve"
          ? t("{n, plural, one {# referral} other {# referrals}} let through.", { n: decided.length })
          : t("{n, plural, one {# referral} other {# referrals}} refused.", { n: decided.length }),
      );
      if (refused.length > 0) complain(new Error(t("{n} decided otherwise by somebody else, and left so.", { n: refused.length })));
      setNote("");
      close();
      done?.();
    },
  });
  const shut = (): void => (act.reset(), close());
  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || act.isPending) return;
    event.preventDefault();
    act.mutate();
  };
  const approves = decision === "approve";
  const n = reviews.length;
  return (
    <Modal opened={decision !== null} onClose={shut} title={approves ? t("Let it through") : t("Refuse")}>
      <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
        <Stack gap="sm">
          <Text size="sm">
            {approves
              ? t("What waits for {n, plural, one {this referral} other {these # referrals}} goes on its way, also what comes later.", {
                  n,
                })
              : t(
                  "What waits for {n, plural, one {this referral} other {these # referrals}} is refused; " +
                    "what was given is taken back for good.",
                  { n },
                )}
          </Text>
          <Textarea
            label={t("For your colleagues")}
            description={t("Why. May be left empty; Enter decides.")}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={sendByKey}
            data-autofocus
          />
          {act.error && <ErrorState error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={shut}>
              {t("Cancel")}
            </Button>
            <Button type="submit" color={approves ? undefined : "rust"} loading={act.isPending}>
              {approves ? t("Let it through") : t("Refuse")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
