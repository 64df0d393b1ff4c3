/** The thread in which pictures are drawn: a first one costs half a second of a processor, and visitors wait for none of it. */
import { parentPort } from "node:worker_threads";
import type { OfferPicture } from "../flow/ports.ts";
import { drawOffer } from "./offer-image-draw.ts";

parentPort?.on("message", ({ id, picture }: { id: number; picture: OfferPicture }) => {
  drawOffer(picture).then(
    (png) => parentPort?.postMessage({ id, png }),
    (error: Error) => parentPort?.postMessage({ id, error: error.message }),
  );
});
