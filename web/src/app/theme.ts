/** LOOK.md as a Mantine theme: warm paper, aubergine for what can be pressed, four colours with one meaning each. */
import { type CSSVariablesResolver, type MantineColorsTuple, createTheme } from "@mantine/core";
import { t } from "../words/say.ts";

const vine: MantineColorsTuple = [
  "#f7f0f9",
  "#ebdcef",
  "#d8b9e0",
  "#c394cf",
  "#ae72be",
  "#95559f",
  "#7d3f8c",
  "#6a3278",
  "#572663",
  "#431c4d",
];
const leaf: MantineColorsTuple = [
  "#ecf6f0",
  "#d6ebdd",
  "#aed7bd",
  "#83c19b",
  "#5fae7e",
  "#45966a",
  "#2f7d4f",
  "#256843",
  "#1b5335",
  "#123f27",
];
const amber: MantineColorsTuple = [
  "#fdf5e5",
  "#f9e7c4",
  "#f1cf8c",
  "#e8b551",
  "#d99e2a",
  "#b57f14",
  "#8f6200",
  "#774f00",
  "#5f3f00",
  "#472f00",
];
const rust: MantineColorsTuple = [
  "#fdf0ee",
  "#f8dbd7",
  "#efb4ad",
  "#e58a80",
  "#d96557",
  "#c64a3c",
  "#b03a2e",
  "#933026",
  "#76261e",
  "#5a1c16",
];
const sky: MantineColorsTuple = [
  "#edf5fa",
  "#d5e7f2",
  "#a9cee4",
  "#7fb6d6",
  "#579cc4",
  "#3c86b2",
  "#2a6f97",
  "#205b7e",
  "#184864",
  "#10354b",
];
const gray: MantineColorsTuple = [
  "#fbfaf7",
  "#f3f1ec",
  "#e6e2db",
  "#d5d0c8",
  "#b8b2ad",
  "#938c8c",
  "#6b6470",
  "#4f4956",
  "#37323d",
  "#241f2a",
];
const dark: MantineColorsTuple = [
  "#f3f0ea",
  "#d6d0d9",
  "#b3abb9",
  "#8d8594",
  "#4d4754",
  "#39353e",
  "#2a262e",
  "#1d1a20",
  "#151217",
  "#0e0c10",
];

/** Read when a window is drawn: the words are loaded by then. */
const closing = {
  get "aria-label"() {
    return t("Close");
  },
};

export const theme = createTheme({
  colors: { vine, leaf, amber, rust, sky, gray, dark },
  primaryColor: "vine",
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: 'Inter, system-ui, "Noto Sans Arabic", sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "1rem", lg: "1.25rem", xl: "1.5rem" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.5", lg: "1.4", xl: "1.3" },
  defaultRadius: 8,
  respectReducedMotion: true,
  cursorType: "pointer",
  headings: { fontWeight: "600", sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.25rem" }, h3: { fontSize: "1rem" } } },
  components: {
    Button: { defaultProps: { size: "sm" } },
    Card: { defaultProps: { withBorder: true, padding: "md", radius: 8 } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 150 }, closeButtonProps: closing } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 }, closeButtonProps: closing } },
    TextInput: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    Textarea: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"], autosize: true, minRows: 3 } },
    Select: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"], checkIconPosition: "right" } },
    NativeSelect: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    PasswordInput: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    TagsInput: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    MultiSelect: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    NumberInput: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    Tooltip: { defaultProps: { openDelay: 300, multiline: true, maw: 280 } },
  },
});

/** What Mantine's own variables do not say: paper, and muted text and errors that keep 4.5:1 on it. */
export const resolver: CSSVariablesResolver = () => ({
  variables: { "--gv-number": "tabular-nums" },
  light: {
    "--mantine-color-body": "#fbfaf7",
    "--mantine-color-text": "#1f1a24",
    "--mantine-color-dimmed": "#5f5866",
    "--mantine-color-error": "#b03a2e",
    "--gv-card": "#ffffff",
  },
  dark: {
    "--mantine-color-body": "#151217",
    "--mantine-color-text": "#f3f0ea",
    "--mantine-color-dimmed": "#b3abb9",
    "--mantine-color-error": "#e58a80",
    "--gv-card": "#1d1a20",
  },
});
