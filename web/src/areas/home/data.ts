/** What the first page is drawn from. */
import type { Answer } from "../../api/query.ts";

export type HomeData = Answer<"/v1/home">;
