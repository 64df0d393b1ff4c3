/** What a card is about, beside the board. Its id stands in the address. */
import { Drawer, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Go } from "../../kit/go.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { type BoardKind, reopenLead, undoStage } from "./board-kinds.ts";
import { CaseCard } from "./case-card.tsx";
import { CompanyName } from "./company-name.tsx";
import { RewardLines } from "./reward-lines.tsx";
import { Tellings } from "./story.tsx";
import { referralWord } from "./words.ts";

export function CardDrawer({ kind, id, close }: { kind: BoardKind; id: string | undefined; close: () => void }) {
  const title = kind === "cases" ? t("Case") : kind === "leads" ? t("Lead") : t("Referral");
  return (
    <Drawer
      opened={id !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ "aria-label": t("Close") }}
    >
      {id !== undefined && kind === "cases" && <CaseCard id={id} />}
      {id !== undefined && kind === "leads" && <LeadCard id={id} />}
      {id !== undefined && kind === "referrals" && <ReferralCard id={id} />}
    </Drawer>
  );
}

function ReferralCard({ id }: { id: string }) {
  const story = useQuery(read("/v1/referrals/{referral}/story", { path: { referral: id } }));
  return (
    <Shown of={story}>
      {({ referral, tell, timeline }) => (
        <Stack gap="md">
          <Facts
            of={[
              [t("Friend"), <Who key="f" id={referral.friend} />],
              [t("Advocate"), <Who key="a" id={referral.advocate} />],
              [t("State"), <Status key="s" {...referralWord(referral.status)} />],
              [t("In this stage since"), <When key="at" at={referral.stage_at} exact />],
            ]}
          />
          <Section title={t("Rewards")}>
            <RewardLines of={{ friend: referral.friend, program: referral.program }} />
          </Section>
          <Section title={t("Words to send")}>
            <Tellings of={tell} />
          </Section>
          <Group>
            <Go to="/referrals/$referral" params={{ referral: id }}>
              {t("The whole story, and everything that can be done")}
            </Go>
            {referral.status !== "rejected" && referral.status !== "superseded" && (
              <UndoStage referral={id} stage={referral.stage} event={lastMove(timeline)} />
            )}
          </Group>
        </Stack>
      )}
    </Shown>
  );
}

/** The last move that stands: what was told last stands first. */
const lastMove = (timeline: Answer<"/v1/referrals/{referral}/story">["timeline"]): string | null =>
  timeline.find((each) => each.event?.type === "stage" && each.event.status === "settled")?.event?.id ?? null;

/** Where somebody moved it to its stage. Where an order did, the server says so. */
function UndoStage({ referral, stage, event }: { referral: string; stage: string; event: string | null }) {
  const may = useMay()("referrals:write");
  const act = useAct({
    run: ({ reason }: { reason: string }) => undoStage(referral, { stage, event, reason }),
    changes: ["/v1/referrals", "/v1/rewards"],
    done: () => t("The last move is taken back."),
  });
  if (!may) return null;
  return (
    <AskAct
      label={t("Take the last move back")}
      consequence={t(
        "It stands where it stood before, and what this stage earned is taken back. What was paid already counts against the next rewards.",
      )}
      reason
      act={act}
      button={{ size: "sm" }}
    />
  );
}

function Reopen({ lead, accepted }: { lead: string; accepted: boolean }) {
  const may = useMay()("leads:write");
  const act = useAct({ run: () => reopenLead(lead), changes: ["/v1/leads"], done: () => t("The answer is taken back.") });
  if (!may) return null;
  return (
    <AskAct
      label={t("Take the answer back")}
      consequence={accepted ? t("It waits for its answer again, and the credit goes back.") : t("It waits for its answer again.")}
      act={act}
      button={{ size: "sm" }}
    />
  );
}

function LeadCard({ id }: { id: string }) {
  const lead = useQuery(read("/v1/leads/{lead}", { path: { lead: id } }));
  return (
    <Shown of={lead}>
      {(data) => (
        <Stack gap="md">
          <Facts
            of={[
              [t("Whom it is about"), <Who key="p" id={data.person} />],
              [t("From"), <CompanyName key="f" id={data.from} />],
              [t("To"), <CompanyName key="t" id={data.to} />],
              [t("Sent"), <When key="s" at={data.sent_at} exact />],
              [t("To be answered by"), <When key="e" at={data.expires_at} exact />],
              [t("Answered"), data.decided_at === null ? t("not yet") : <When key="d" at={data.decided_at} exact />],
            ]}
          />
          {data.text !== null && (
            <Text size="sm" className="gv-text" style={{ whiteSpace: "pre-wrap" }}>
              {data.text}
            </Text>
          )}
          {data.status === "open" && <Text size="sm">{t("Move the card to accept or decline it.")}</Text>}
          {(data.status === "accepted" || data.status === "declined") && <Reopen lead={id} accepted={data.status === "accepted"} />}
        </Stack>
      )}
    </Shown>
  );
}
