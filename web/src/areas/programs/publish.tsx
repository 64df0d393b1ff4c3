/** Before a draft is live: what is different, what it would have cost, from when and for whom. Then one press. */
import { Anchor, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { InstantInput } from "../../kit/instant-input.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Difference } from "./difference.tsx";
import { DraftProvider, type Program, documentOf } from "./draft/draft.tsx";
import type { Json } from "./draft/path.ts";
import { previewRead } from "./draft/preview.ts";
import { Findings } from "./findings.tsx";
import { ProgramFrame, isChanged } from "./frame.tsx";
import { PastCost } from "./past-cost.tsx";

const route = getRouteApi("/programs/$program/publish");

export function PublishProgram() {
  const { program: key } = route.useParams();
  return <ProgramFrame program={key}>{(program) => <Plan program={program} />}</ProgramFrame>;
}

function Plan({ program }: { program: Program }) {
  const edit = { component: Link, to: "/programs/$program/edit", params: { program: program.key } } as object;
  if (program.status === "ended")
    return (
      <EmptyState title={t("This program has ended")} text={t("It cannot be published again. Duplicate it to go on under a new key.")} />
    );
  if (!isChanged(program))
    return (
      <EmptyState
        title={t("What is live is what the draft says")}
        text={t("Change the draft, and see here what that changes before anybody else does.")}
        act={<Anchor {...edit}>{t("Edit the draft")}</Anchor>}
      />
    );
  const draft = documentOf(program);
  return (
    <Stack gap="md">
      <Problems program={program} />
      <Section title={program.definition === null ? t("What will be live") : t("What changes")}>
        {program.definition === null ? <First document={draft} /> : <Difference from={program.definition as Json} to={draft} />}
      </Section>
      <PastCost program={program} />
      <Go program={program} />
    </Stack>
  );
}

/** Errors keep it from being published; a certain remedy mends the draft from here. */
function Problems({ program }: { program: Program }) {
  if (program.findings.length === 0) return null;
  const errors = program.findings.filter((each) => each.severity === "error").length;
  return (
    <Section
      title={
        errors > 0
          ? t("{n, plural, one {# error keeps} other {# errors keep}} it from being published", { n: errors })
          : t("{n, plural, one {# hint} other {# hints}} before you publish", { n: program.findings.length })
      }
    >
      <DraftProvider key={program.revision} program={program}>
        <Findings of={program.findings} />
      </DraftProvider>
    </Section>
  );
}

function First({ document }: { document: Json }) {
  const { data } = useQuery(previewRead(document));
  return (
    <Stack gap="xs">
      {data?.words?.rules.map((each) => (
        <Text key={each.key} size="sm">
          {each.text}{" "}
          <Text span size="xs" c="dimmed">
            {each.detail}
          </Text>
        </Text>
      ))}
      {data?.words === null && <Status tone="rust" word={t("Not readable yet")} />}
    </Stack>
  );
}

function Go({ program }: { program: Program }) {
  const may = useMay();
  const [when, setWhen] = useState("now");
  const [at, setAt] = useState<string | null>(null);
  const [whom, setWhom] = useState<"new_referrals" | "open_referrals">("new_referrals");
  const navigate = route.useNavigate();
  const isFirst = program.version === null;
  const from = when === "later" && at !== null ? at : undefined;
  const publish = useAct({
    run: (_input: { reason: string }) =>
      unwrap(
        api.POST("/v1/programs/{program}/publish", {
          params: { path: { program: program.key } },
          body: { applies_to: whom, revision: program.revision, ...(from === undefined ? {} : { effective_from: from }) },
        }),
      ),
    changes: ["/v1/programs", "/v1/home"],
    done: (done) => (done.version === 1 ? t("The program is live.") : t("Version {n} is published.", { n: done.version ?? 0 })),
    after: () => void navigate({ to: "/programs/$program", params: { program: program.key } }),
  });
  const errors = program.findings.some((each) => each.severity === "error");
  const begin = from === undefined ? t("now") : instant(from);
  return (
    <Section title={t("Publish")}>
      <Stack gap="md">
        <Radio.Group label={t("From when")} value={when} onChange={setWhen}>
          <Stack gap={6} mt={4}>
            <Radio value="now" label={isFirst ? t("Now; orders of before that come in late count too") : t("Now")} />
            <Radio value="later" label={t("From a date on")} />
          </Stack>
        </Radio.Group>
        {when === "later" && <InstantInput label={t("From")} value={at} onChange={setAt} />}
        {!isFirst && (
          <NativeSelect
            label={t("For whom")}
            description={t("A referral keeps the rules under which the friend came, unless you say otherwise.")}
            maw={480}
            value={whom}
            onChange={(event) => setWhom(event.currentTarget.value as typeof whom)}
            data={[
              { value: "new_referrals", label: t("Friends who come from then on") },
              { value: "open_referrals", label: t("Also friends who are on their way") },
            ]}
          />
        )}
        {may("programs:publish") ? (
          <div>
            <AskAct
              label={t("Publish")}
              act={publish}
              disabled={errors || (when === "later" && from === undefined)}
              button={{ variant: "filled" }}
              consequence={consequenceOf(isFirst, whom, begin)}
            />
            {errors && (
              <Text size="sm" c="dimmed" mt={4}>
                {t("Mend the errors above first.")}
              </Text>
            )}
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t("Your role may not publish. An owner or manager can.")}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function consequenceOf(isFirst: boolean, whom: string, begin: string): string {
  if (isFirst)
    return [
      t("The program is live {begin}: people can join, links work, purchases earn.", { begin }),
      t("A published version stays readable for ever; you can pause at any time."),
    ].join(" ");
  const rules =
    whom === "open_referrals"
      ? t("The new rules hold {begin} for everybody, also for friends on their way. What was earned already stays as it is.", { begin })
      : t("The new rules hold {begin} for friends who come from then on; the others keep theirs.", { begin });
  return [rules, t("You can put the version before back.")].join(" ");
}
