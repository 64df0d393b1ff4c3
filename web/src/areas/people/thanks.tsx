/** A personal thank-you in one click: a letter with the fact in it, ready to be changed, looked at, sent, and called back. */
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Heart } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { useName } from "../../kit/who.tsx";
import { instant } from "../../words/format.ts";
import { language, t } from "../../words/say.ts";
import { MailFrame } from "../developers/mail.tsx";

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
  const [seen, setSeen] = useState(false);
  const [subject, setSubject] = useState(t("Thank you"));
  const text = typed ?? usual;
  const email = who.data?.email ?? null;
  const path = { person };
  const act = useAct({
    run: () => unwrap(api.POST("/v1/people/{person}/thanks", { params: { path }, body: { subject: subject.trim(), text: text.trim() } })),
    changes: ["/v1/people/{person}/notes", "/v1/mail"],
    done: () => t("It leaves in half a minute. Its words are kept as a note."),
    undo: ({ note }) => unwrap(api.DELETE("/v1/people/{person}/thanks/{note}", { params: { path: { person, note } } })),
    after: close,
  });
  const ready = email !== null && subject.trim() !== "" && text.trim() !== "";
  return (
    <Stack gap="sm">
      <TextInput label={t("Subject")} maxLength={200} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
      <Textarea label={t("Words")} minRows={8} maxLength={4500} value={text} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Text size="sm" c="dimmed">
        {email === null
          ? t("No e-mail address is known: copy the words and send them another way.")
          : t("It goes to {email} in the look of your mails, half a minute after you send it. Until then you can call it back.", {
              email,
            })}
      </Text>
      {seen && <Look subject={subject.trim()} text={text.trim()} />}
      {act.error && <ErrorState error={act.error} />}
      <Group justify="flex-end">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("Copied") : t("Copy")}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" disabled={!ready} onClick={() => setSeen(!seen)}>
          {seen ? t("Back to the words") : t("See it as a mail")}
        </Button>
        <Button disabled={!ready} loading={act.isPending} onClick={() => act.mutate()}>
          {t("Send it")}
        </Button>
      </Group>
    </Stack>
  );
}

/** As it will arrive, drawn by the server. */
function Look({ subject, text }: { subject: string; text: string }) {
  const body = { kind: "personal_thanks" as const, locale: language(), letter: { subject, text } };
  const seen = useQuery({
    queryKey: ["/v1/mail/preview", body],
    queryFn: () => unwrap(api.POST("/v1/mail/preview", { body })),
    placeholderData: keepPreviousData,
  });
  return <Shown of={seen}>{(mail) => <MailFrame html={mail.html} title={mail.subject} />}</Shown>;
}
