/** What happened beside a chart, in words: the numbers are those in the chart. Notes are added, changed and taken away here. */
import { Badge, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { dayName, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { type Annotation, type Mark, markText } from "./marks.ts";

const CHANGES = ["/v1/annotations"];
type Note = { day: string; note: string; program: string | null };

const addNote = async (note: Note) => await unwrap(api.POST("/v1/annotations", { body: note }));
const dropNote = async (annotation: string) =>
  await unwrap(api.DELETE("/v1/annotations/{annotation}", { params: { path: { annotation } } }));

export function MarkList({ of, day, program }: { of: readonly Mark[]; day: string; program: string | null }) {
  const may = useMay();
  return (
    <Stack gap={4} mt="sm">
      {of.length > 0 && (
        <Stack component="ol" gap={4} m={0} p={0} style={{ listStyle: "none" }} aria-label={t("What happened in these days")}>
          {of.flatMap((mark) =>
            mark.of.map((each, i) => <One key={`${mark.day}|${each.id ?? `${each.kind}|${i}`}`} of={each} n={mark.n} />),
          )}
        </Stack>
      )}
      {may("reports:write") && (
        <Group className="gv-no-print">
          <NoteButton of={null} day={day} program={program} />
        </Group>
      )}
    </Stack>
  );
}

function One({ of, n }: { of: Annotation; n: number }) {
  const may = useMay();
  const note = { day: of.day, note: of.note ?? "", program: of.program };
  const drop = useAct({
    run: async () => await dropNote(of.id ?? ""),
    changes: CHANGES,
    done: () => t("The note is gone."),
    undo: async () => await addNote(note),
  });
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      <Badge circle size="sm" variant="light" color="gray" mt={2}>
        {number(n)}
      </Badge>
      <Text size="sm" style={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
        <Text span size="sm" c="dimmed">
          {dayName(of.day)}
        </Text>{" "}
        <bdi>{markText(of)}</bdi>
      </Text>
      {of.id !== null && may("reports:write") && (
        <Group gap={0} wrap="nowrap" className="gv-no-print">
          <NoteButton of={of} day={of.day} program={of.program} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="rust"
            loading={drop.isPending}
            onClick={() => drop.mutate()}
            aria-label={t("Delete the note “{note}”", { note: note.note })}
          >
            <Trash2 size={14} aria-hidden />
          </Button>
        </Group>
      )}
    </Group>
  );
}

function NoteButton({ of, day, program }: { of: Annotation | null; day: string; program: string | null }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      {of === null ? (
        <Button size="compact-sm" variant="subtle" leftSection={<Plus size={14} aria-hidden />} onClick={open}>
          {t("Note something about a day")}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={open}
          aria-label={t("Change the note “{note}”", { note: of.note ?? "" })}
        >
          <Pencil size={14} aria-hidden />
        </Button>
      )}
      <Modal opened={opened} onClose={close} title={of === null ? t("Note something about a day") : t("Change the note")}>
        <NoteForm of={of} day={day} program={program} close={close} />
      </Modal>
    </>
  );
}

type FormProps = { of: Annotation | null; day: string; program: string | null; close: () => void };

function NoteForm({ of, day: first, program: about, close }: FormProps) {
  const [day, setDay] = useState(first);
  const [note, setNote] = useState(of?.note ?? "");
  const [program, setProgram] = useState<string | null>(about);
  const save = useAct({
    run: async () => {
      const wish = { day, note: note.trim(), program };
      if (of?.id == null) return await addNote(wish);
      return await unwrap(api.PUT("/v1/annotations/{annotation}", { params: { path: { annotation: of.id } }, body: wish }));
    },
    changes: CHANGES,
    done: (made) => t("The note stands on {day}.", { day: dayName(made.day) }),
    undo: async (made) => {
      if (of?.id == null) return await dropNote(made.id ?? "");
      const before = { day: of.day, note: of.note ?? "", program: of.program };
      return await unwrap(api.PUT("/v1/annotations/{annotation}", { params: { path: { annotation: of.id } }, body: before }));
    },
    after: () => (of === null && setNote(""), close()),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <Stack gap="sm">
        <TextInput type="date" label={t("Day")} required value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <TextInput
          label={t("What happened")}
          description={t("Everybody who works here sees it on the time lines of these days.")}
          required
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        <PickProgram value={program ?? undefined} onChange={(next) => setProgram(next ?? null)} />
        {save.error && <ErrorState error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={note.trim() === "" || day === ""}>
            {t("Save the note")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
