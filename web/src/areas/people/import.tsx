/** Bringing people and past orders from a file: choose, say what the columns are, send, and see what became of every row. */
import { Alert, Button, FileButton, Group, Stack, Text, Textarea } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Mapping } from "./import-mapping.tsx";
import { type Preview, previewOf } from "./import-preview.ts";
import { Report, Running } from "./import-report.tsx";
import { useImportRun } from "./import-run.ts";
import { PeoplePage } from "./nav.tsx";
import { type TableFile, pasted, tableOf } from "./table-file.ts";

export function ImportPage() {
  const [table, setTable] = useState<{ file: TableFile; preview: Preview } | null>(null);
  const run = useImportRun();
  const again = (): void => (run.forget(), setTable(null));
  return (
    <PeoplePage
      title={t("Import")}
      text={t("People or past orders from a CSV file. The same file again changes nothing: rows that came before are known again.")}
    >
      {run.run !== null && table !== null ? (
        run.run.status === "done" ? (
          <Report run={run.run} lines={run.lines()} header={table.preview.refused_header} name={table.file.name} again={again} />
        ) : (
          <Running run={run.run} name={table.file.name} pause={run.pause} resume={run.resume} giveUp={run.giveUp} />
        )
      ) : table === null ? (
        <Choose take={(file, preview) => setTable({ file, preview })} />
      ) : (
        <Mapping file={table.file} first={table.preview} back={again} start={run.start} />
      )}
    </PeoplePage>
  );
}

function Choose({ take }: { take: (file: TableFile, preview: Preview) => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const look = async (of: Promise<TableFile> | TableFile): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const file = await of;
      take(file, await previewOf({ text: file.head }));
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void look(tableOf(file));
  };
  return (
    <Section
      title={t("Choose a file, or paste")}
      text={t("The first line names the columns. Commas, semicolons and tabs are all understood.")}
    >
      <Stack gap="md" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <Group>
          <FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(file) => file !== null && void look(tableOf(file))}>
            {(props) => (
              <Button {...props} leftSection={<FileUp size={16} aria-hidden />} loading={busy}>
                {t("Choose a CSV file")}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t("or drop it here")}
          </Text>
        </Group>
        <Textarea
          label={t("Or paste rows from a spreadsheet")}
          minRows={5}
          maxRows={14}
          placeholder={"Name,E-mail,Country\nAnn,ann@example.com,DE"}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {error !== null && <ErrorState error={error} />}
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={busy}
            disabled={text.trim() === ""}
            onClick={() => void look(pasted(text, t("Your pasted table")))}
          >
            {t("Look at them")}
          </Button>
        </Group>
        <Alert color="sky" variant="light">
          {t("Nothing is sent for import yet. First you see how the rows are understood.")}
        </Alert>
      </Stack>
    </Section>
  );
}
