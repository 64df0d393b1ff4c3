import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readProof } from "../../store/ledger-proofs.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { proof, proofView } from "../views/money.ts";

export default endpoint({
  method: "GET",
  path: "/v1/ledger/proofs/:proof",
  tag: "Ledger",
  permission: "ledger:read",
  summary: "How far a verification is, or what it found",
  params: z.object({ proof: z.string() }),
  response: proof,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readProof(workspaceId, db, uuidOrMissing("prf", params.proof, "proof"));
      if (row === null) throw notFound("proof");
      return proofView(row);
    }),
});
