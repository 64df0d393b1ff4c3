/** The builder: one draft as a form or as a document, with everything that follows from it beside. */
import { Box, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Clash, Taken } from "./clash.tsx";
import { DraftProvider, useDraft } from "./draft/draft.tsx";
import { FurtherParts } from "./form/further.tsx";
import { Bonuses, Budget, Tiers } from "./form/money.tsx";
import { Claims } from "./form/claims.tsx";
import { Contest, Leaderboard } from "./form/contest.tsx";
import { useJump } from "./form/jump.ts";
import { Levels } from "./form/levels.tsx";
import { Pages } from "./form/pages.tsx";
import { PathOfFriend } from "./form/path-of-friend.tsx";
import { Questions } from "./form/questions.tsx";
import { Rewards } from "./form/rewards.tsx";
import { Risk } from "./form/risk.tsx";
import { Goal, Switches, Who } from "./form/sections.tsx";
import { ShareTexts } from "./form/share.tsx";
import { Texts } from "./form/texts.tsx";
import { ProgramFrame } from "./frame.tsx";
import { PreviewPanel } from "./preview/panel.tsx";
import { SaveLine } from "./save-line.tsx";

const route = getRouteApi("/programs/$program/edit");
const DocumentView = lazy(() => import("./document/view.tsx"));

export function EditProgram() {
  const { program: key } = route.useParams();
  return (
    <ProgramFrame program={key}>
      {(program) => (
        <DraftProvider key={program.key} program={program}>
          <Editor />
        </DraftProvider>
      )}
    </ProgramFrame>
  );
}

function Editor() {
  const { view = "form" } = route.useSearch();
  const navigate = route.useNavigate();
  const phone = useMediaQuery("(max-width: 62em)") ?? false;
  const [half, setHalf] = useState("edit");
  const { state, text, readOnly } = useDraft();
  const left = !phone || half === "edit";
  const right = !phone || half === "preview";
  const show = (next: string): void =>
    void navigate({ search: (now) => ({ ...now, view: next === "document" ? "document" : undefined }) });
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          aria-label={t("View")}
          value={view}
          onChange={show}
          data={[
            { value: "form", label: t("Form") },
            { value: "document", label: t("Document") },
          ]}
        />
        {phone && (
          <SegmentedControl
            aria-label={t("Half")}
            value={half}
            onChange={setHalf}
            data={[
              { value: "edit", label: t("Edit") },
              { value: "preview", label: t("Preview") },
            ]}
          />
        )}
        <SaveLine />
      </Group>
      {readOnly && <Text size="sm">{t("Your role may look and not change.")}</Text>}
      <Taken />
      {state === "clash" && <Clash />}
      <Box
        style={{
          display: "grid",
          gap: 16,
          gridTemplateColumns: phone ? "minmax(0, 1fr)" : "minmax(0, 1fr) minmax(320px, 400px)",
          alignItems: "start",
        }}
      >
        {left && (view === "document" ? <Document /> : text !== null ? <NotReadable /> : <Form />)}
        {right && (
          <Box style={phone ? undefined : { position: "sticky", top: 68, maxHeight: "calc(100vh - 84px)", overflowY: "auto" }}>
            <PreviewPanel />
          </Box>
        )}
      </Box>
    </Stack>
  );
}

function Document() {
  return (
    <Suspense fallback={<Lines n={12} />}>
      <DocumentView />
    </Suspense>
  );
}

/** The document's text is no JSON: the form would have to guess. */
function NotReadable() {
  const navigate = route.useNavigate();
  return (
    <Stack>
      <ErrorState error={new Error(t("The document's text is not complete. It is kept as you typed it."))} />
      <Group>
        <Button onClick={() => void navigate({ search: (now) => ({ ...now, view: "document" }) })}>{t("Back to the document")}</Button>
      </Group>
    </Stack>
  );
}

function Form() {
  useJump();
  return (
    <Stack gap="md">
      <Section title={t("Goal and words")}>
        <Stack gap="sm">
          <Goal />
          <Switches />
        </Stack>
      </Section>
      <Section title={t("Rewards")} text={t("Who gets what, when. Each reward reads as one sentence, as people read it.")}>
        <Rewards />
      </Section>
      <Section title={t("Who takes part")}>
        <Who />
      </Section>
      <Section title={t("The friend's path")} text={t("From the first click to what counts.")}>
        <PathOfFriend />
      </Section>
      <Section title={t("Budget, tiers, bonuses")}>
        <Stack gap="md">
          <Budget />
          <Tiers />
          <Bonuses />
        </Stack>
      </Section>
      <Questions />
      <Claims />
      <Risk />
      <Levels />
      <Leaderboard />
      <Contest />
      <ShareTexts />
      <Pages />
      <Section title={t("Disclosure and terms")}>
        <Texts />
      </Section>
      <FurtherParts />
    </Stack>
  );
}
