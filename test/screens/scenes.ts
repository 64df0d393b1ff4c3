/** For each kind a scene, and the section of the portal that shows it. */
import { CIRCLES } from "./scenes-circles.ts";
import { SALES } from "./scenes-sales.ts";
import type { Scene } from "./world.ts";

export const SCENES: Readonly<Record<string, Scene | undefined>> = { ...SALES, ...CIRCLES };
