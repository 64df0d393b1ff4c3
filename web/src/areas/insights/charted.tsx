/** A chart with what it can be taken along as: a picture with its words in it, and its numbers as a table. */
import { Button, Group } from "@mantine/core";
import { Download, ImageDown } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { saveBlob, saveText } from "../../api/files.ts";
import { complain } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import { csvOf } from "../../kit/csv.ts";
import { fileName } from "../../kit/table-file.tsx";

type Props = {
  title: string;
  /** What it shows, in a sentence; and of which days. */
  lines: readonly string[];
  /** What it means, and how fresh it is. A function where it needs what the screen learns later: names. */
  notes?: readonly string[] | (() => readonly string[]);
  /** The numbers, heads first. */
  rows: () => string[][];
  /** The id of the section that has them as a table, where its own does not. */
  behind?: string;
  children: ReactNode;
};

export function Charted({ title, lines, notes = [], rows, behind, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const picture = async (): Promise<void> => {
    const { pictureOf } = await import("./picture.ts");
    const words = { title, lines, notes: typeof notes === "function" ? notes() : notes };
    saveBlob(await pictureOf(frame.current!, words), fileName(title, "png"));
  };
  return (
    <div>
      <div ref={frame} data-charted aria-details={behind}>
        {children}
      </div>
      <Group gap={4} className="gv-no-print" mt={4}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<ImageDown size={14} aria-hidden />}
          aria-label={`${t("Save as picture")}: ${title}`}
          onClick={() => void picture().catch(complain)}
        >
          {t("Save as picture")}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<Download size={14} aria-hidden />}
          aria-label={`${t("Save as CSV")}: ${title}`}
          onClick={() => saveText(csvOf(rows()), fileName(title, "csv"))}
        >
          {t("Save as CSV")}
        </Button>
      </Group>
    </div>
  );
}
