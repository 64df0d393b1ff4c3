import { readProof } from "../../store/ledger-proofs.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { proof, proofView } from "../views/money.ts";

export default endpoint({
  method: "POST",
  path: "/v1/ledger/verify",
  tag: "Ledger",
  permission: "ledger:write",
  summary: "Verify the books now",
  description: "Begins the proofs of `grapevine verify` in the background and answers at once; read the proof to see how far it is.",
  response: proof,
  status: 202,
  async handler({ caller, services, read, request }) {
    const { id } = await services.money.startProof(byOf(caller), () => request.server.gv.isClosing);
    return await read(async (workspaceId, db) => proofView((await readProof(workspaceId, db, id))!));
  },
});
