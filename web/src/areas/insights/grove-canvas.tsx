/** The tree as a picture: its canvas, the names of who is large enough, and the buttons that move it. */
import { ActionIcon, Box, Group, Text, Tooltip, useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { Maximize, Minus, Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Who, nameKnown } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { DRAWN_AGAIN } from "./drawn-again.ts";
import { type Named, inkOf } from "./grove-pen.ts";
import type { Node, Scene } from "./grove-scene.ts";
import { type Stage, createStage } from "./grove-stage.ts";

type Props = {
  scene: Scene;
  /** Grows when the scene has got more. */
  grown: number;
  label: string;
  picked: string | undefined;
  onPick: (person: string | undefined) => void;
  onWanted: (nodes: readonly Node[]) => void;
};

export function GroveCanvas({ scene, grown, label, picked, onPick, onWanted }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(null);
  const calls = useRef({ onPick, onWanted });
  calls.current = { onPick, onWanted };
  const [names, setNames] = useState<readonly Named[]>([]);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const calm = useReducedMotion(undefined, { getInitialValueInEffect: false }) === true;
  useEffect(() => {
    const made = createStage(canvas.current!, {
      still: (next, wanted) => (setNames(next), calls.current.onWanted(wanted)),
      pick: (node) => calls.current.onPick(node?.person),
    });
    stage.current = made;
    DRAWN_AGAIN.set(canvas.current!, () => made.copy(inkOf(canvas.current!, false), nameKnown));
    return () => made.end();
  }, []);
  useEffect(() => stage.current?.set({ ink: inkOf(canvas.current!, scheme === "dark"), calm }), [scheme, calm]);
  useEffect(() => stage.current?.set({ scene, picked }), [scene, grown, picked]);
  return (
    <Box>
      <Box className="gv-grove">
        <canvas ref={canvas} role="img" aria-label={label} tabIndex={0} aria-describedby="gv-grove-how" />
        {names.map(({ node, x, y, r }) => (
          <span key={node.person} className="gv-grove-name" aria-hidden style={{ left: x, top: y + r }}>
            <Who id={node.person} link={false} />
          </span>
        ))}
        <Group gap={4} className="gv-grove-acts">
          <Act label={t("Closer")} icon={Plus} act={() => stage.current?.zoom(1.6)} />
          <Act label={t("Further away")} icon={Minus} act={() => stage.current?.zoom(1 / 1.6)} />
          <Act label={t("All of it")} icon={Maximize} act={() => stage.current?.whole()} />
        </Group>
      </Box>
      <Text id="gv-grove-how" size="xs" c="dimmed" mt={4}>
        {t("Each dot is a person; who came by them lies around them in their circle. A full dot has brought somebody.")}{" "}
        {t("Drag to move; plus, minus or the wheel (after a click) bring it closer; 0 shows all of it.")}
      </Text>
    </Box>
  );
}

function Act({ label, icon: Icon, act }: { label: string; icon: typeof Plus; act: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={36} aria-label={label} onClick={act}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
