/** Ctrl-K: go anywhere by name. */
import "@mantine/spotlight/styles.css";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { t } from "../words/say.ts";
import { useMay } from "./me.ts";
import { NAV, NAV_BELOW } from "./nav.ts";

export default function Palette() {
  const may = useMay();
  const navigate = useNavigate();
  useEffect(() => {
    const open = (): void => spotlight.open();
    addEventListener("gv:palette", open);
    return () => removeEventListener("gv:palette", open);
  }, []);
  const actions = [...NAV, ...NAV_BELOW]
    .filter((each) => may(each.permission))
    .map(({ label, to, icon: Icon }) => ({
      id: to,
      label: t(label),
      leftSection: <Icon size={18} />,
      onClick: () => void navigate({ to: to as "/" }),
    }));
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      nothingFound={t("Nothing found")}
      searchProps={{ placeholder: t("Go to, or search") }}
    />
  );
}
