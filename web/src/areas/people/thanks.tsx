/**
 * A personal thank-you in one click: a note with the fact in it, ready to be changed. It is sent from the operator's own mail program:
 * a letter of thanks is worth something because somebody wrote it, and no message kind sends free words to one person.
 */
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Heart } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { useName } from "../../kit/who.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Props = { person: string; referral: Row<"/v1/referrals"> };

export function Thanks(props: Props) {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure();
  if (!may("people:write")) return null;
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Heart size={14} aria-hidden />} onClick={open}>
        {t("Say thanks")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("A note of thanks")} size="lg">
        {opened && <Note {...props} close={close} />}
      </Modal>
    </>
  );
}

function Note({ person, referral, close }: Props & { close: () => void }) {
  const me = useMe();
  const who = useQuery(read("/v1/people/{person}", { path: { person } }));
  const friend = useName(referral.friend);
  const first = (name: string | null | undefined): string => (name ?? "").trim().split(/\s+/)[0] ?? "";
  const facts = {
    name: first(who.data?.name) || t("there"),
    friend: first(friend?.name.includes("@") ? null : friend?.name) || t("a friend"),
    business: me.workspace.name,
    date: instant(referral.bound_at, "date"),
  };
  const thanked =
    referral.status === "qualified"
      ? t("you sent us {friend}, who has now become a customer. That was a real help, and I wanted to say so myself: thank you.", facts)
      : t("you told {friend} about us on {date}. Whatever comes of it, that was kind of you: thank you.", facts);
  const usual = [t("Hello {name},", facts), thanked, t("All the best"), facts.business].join("\n\n");
  const [typed, setTyped] = useState<string | null>(null);
  const [subject, setSubject] = useState(t("Thank you"));
  const text = typed ?? usual;
  const email = who.data?.email ?? null;
  const act = useAct({
    run: () =>
      unwrap(api.POST("/v1/people/{person}/notes", { params: { path: { person } }, body: { text: t("Thanked: {text}", { text }) } })),
    changes: [`/v1/people/{person}/notes`],
    done: () => t("Kept as a note. Your mail program has the letter: send it there."),
    after: close,
  });
  const href = `mailto:${encodeURIComponent(email ?? "")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return (
    <Stack gap="sm">
      <TextInput label={t("Subject")} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
      <Textarea label={t("Words")} minRows={8} value={text} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Text size="sm" c="dimmed">
        {email === null
          ? t("No e-mail address is known: copy the words and send them another way.")
          : t("It opens in your own mail program, so that it comes from you. A note that you thanked stays here.")}
      </Text>
      {act.error && <ErrorState error={act.error} />}
      <Group justify="flex-end">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("Copied") : t("Copy")}
            </Button>
          )}
        </CopyButton>
        {email !== null && (
          <Button component="a" href={href} onClick={() => act.mutate()}>
            {t("Open in my mail program")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
