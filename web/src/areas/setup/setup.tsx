/** From nothing to a program that runs: define, launch, improve. */
import { Button, Stepper } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Page } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Define } from "./define.tsx";
import { Improve } from "./improve.tsx";
import { Launch } from "./launch.tsx";
import { STEPS, type Step } from "./steps.ts";
import { useSetup } from "./state.ts";

const route = getRouteApi("/setup");

export function Setup() {
  const { settings, state, save } = useSetup();
  const asked = route.useSearch().step;
  const navigate = useNavigate();
  const step: Step = asked ?? state.step ?? "define";
  const go = (to: Step): void => void navigate({ to: "/setup", search: { step: to } });
  const later = (): void => save.mutate({ dismissed: true, step }, { onSuccess: () => void navigate({ to: "/" }) });
  return (
    <Page
      title={t("Set up a program")}
      text={t("Three steps, a few minutes. You can stop at any point and go on later: nothing is lost.")}
      acts={
        <Button variant="subtle" onClick={later} loading={save.isPending}>
          {t("Go on later")}
        </Button>
      }
    >
      <Stepper
        active={STEPS.indexOf(step)}
        onStepClick={(index) => go(STEPS[index]!)}
        size="sm"
        allowNextStepsSelect={state.program !== undefined}
        wrap={false}
        aria-label={t("Steps")}
      >
        <Stepper.Step label={t("Define")} description={t("Who, what, how much")} />
        <Stepper.Step label={t("Launch")} description={t("Try it, then go live")} />
        <Stepper.Step label={t("Improve")} description={t("One thing a week")} />
      </Stepper>
      <Shown of={settings}>
        {() =>
          step === "define" ? (
            <Define onDone={() => go("launch")} />
          ) : step === "launch" ? (
            <Launch onDone={() => go("improve")} onDefine={() => go("define")} />
          ) : (
            <Improve />
          )
        }
      </Shown>
    </Page>
  );
}
