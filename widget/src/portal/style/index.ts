import type { CSSResult } from "lit";
import { base } from "./base.ts";
import { layout } from "./layout.ts";
import { parts } from "./parts.ts";
import { screens } from "./screens.ts";

export const styles: CSSResult[] = [base, layout, parts, screens];
