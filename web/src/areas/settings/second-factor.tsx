/** A one-time code besides the password: on with an authenticator and recovery codes, off with the password. */
import { Alert, Button, Code, Group, Modal, PasswordInput, PinInput, SimpleGrid, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../../api/query.ts";
import { meQuery } from "../../app/me.ts";
import { tell } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { Copyable, Status } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { useStep } from "../access/auth.ts";
import { Wrong } from "../access/frame.tsx";

type Secret = { uri: string; codes: string[] };

const again = (): void => void queries.invalidateQueries({ queryKey: meQuery.queryKey });

export function SecondFactor({ on }: { on: boolean }) {
  const [opened, { open, close }] = useDisclosure();
  const [secret, setSecret] = useState<Secret | null>(null);
  const [password, setPassword] = useState("");
  const shut = (): void => (close(), setSecret(null), setPassword(""), enable.reset(), disable.reset());
  const enable = useStep<{ password: string }>("two-factor/enable", (answer) =>
    setSecret({ uri: answer.totpURI ?? "", codes: answer.backupCodes ?? [] }),
  );
  const disable = useStep<{ password: string }>("two-factor/disable", () => {
    shut();
    tell(t("Your password alone lets you in again."));
    again();
  });
  const act = on ? disable : enable;
  return (
    <Section
      title={t("One-time code")}
      text={t("Who finds out your password still does not get in.")}
      acts={
        <Button variant="default" onClick={open}>
          {on ? t("Turn off") : t("Turn on")}
        </Button>
      }
    >
      <Status tone={on ? "leaf" : "gray"} word={on ? t("On") : t("Off")} />
      <Modal opened={opened} onClose={shut} title={on ? t("Turn off the one-time code") : t("Turn on the one-time code")}>
        {secret === null ? (
          <form onSubmit={(event) => (event.preventDefault(), act.mutate({ password }))}>
            <Stack gap="sm">
              {on && <Text size="sm">{t("Your password alone lets you in then. Your recovery codes are worth nothing any more.")}</Text>}
              <Wrong error={act.error} />
              <PasswordInput
                label={t("Your password")}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                data-autofocus
              />
              <Button type="submit" loading={act.isPending} color={on ? "rust" : undefined}>
                {on ? t("Turn off") : t("Go on")}
              </Button>
            </Stack>
          </form>
        ) : (
          <Prove secret={secret} done={() => (shut(), tell(t("From now on a code is asked for after your password.")), again())} />
        )}
      </Modal>
    </Section>
  );
}

function Prove({ secret, done }: { secret: Secret; done: () => void }) {
  const [code, setCode] = useState("");
  const verify = useStep<{ code: string }>("two-factor/verify-totp", done);
  const key = new URL(secret.uri).searchParams.get("secret") ?? "";
  return (
    <form onSubmit={(event) => (event.preventDefault(), verify.mutate({ code }))}>
      <Stack gap="sm">
        <Text size="sm">
          {t("1. Add this key to your authenticator: scan the picture, type the key, or, on this device, open the link.")}
        </Text>
        <Scan uri={secret.uri} />
        <Copyable value={key} shown={key.replace(/(.{4})/g, "$1 ").trim()} />
        <Text size="sm">
          <a href={secret.uri}>{t("Open in an authenticator")}</a>
        </Text>
        <Text size="sm">
          {t("2. Keep these recovery codes where you keep what must not be lost. Each lets you in once without the authenticator.")}
        </Text>
        <SimpleGrid cols={2} spacing={4}>
          {secret.codes.map((each) => (
            <Code key={each}>{each}</Code>
          ))}
        </SimpleGrid>
        <Group>
          <Copyable value={secret.codes.join("\n")} shown={t("All of them")} />
        </Group>
        <Text size="sm">{t("3. Type the code that the authenticator shows now.")}</Text>
        <PinInput length={6} type="number" oneTimeCode aria-label={t("One-time code")} value={code} onChange={setCode} />
        {verify.error && (
          <Alert color="rust" variant="light" role="alert">
            {verify.error.message}
          </Alert>
        )}
        <Button type="submit" loading={verify.isPending} disabled={code.length < 6}>
          {t("Turn on")}
        </Button>
      </Stack>
    </form>
  );
}

/** The key as a picture to scan. Drawn here: it is told to nobody else. */
function Scan({ uri }: { uri: string }) {
  const drawn = useQuery({
    queryKey: ["scan", uri],
    queryFn: async () => (await import("qrcode")).toString(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" }),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (drawn.data === undefined) return null;
  return (
    <img
      src={`data:image/svg+xml,${encodeURIComponent(drawn.data)}`}
      alt={t("The key as a picture to scan with an authenticator")}
      width={192}
      height={192}
      style={{ background: "#fff", borderRadius: 8 }}
    />
  );
}
