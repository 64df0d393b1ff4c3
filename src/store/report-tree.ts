/** Who came by whom in a program, as far as it stands. */
import { copyOut } from "./copy-out.ts";
import type { Client } from "./db.ts";

const ID_BYTES = 16;

/** `each` hears the friend's id and the advocate's, sixteen bytes each, to be read at once; in the order of friends. */
export async function readEdges(
  workspaceId: string,
  db: Client,
  { program, each }: { program: string; each: (edge: DataView) => void },
): Promise<void> {
  const edge = Buffer.alloc(2 * ID_BYTES);
  const view = new DataView(edge.buffer, edge.byteOffset, edge.byteLength);
  await copyOut(
    db,
    {
      text: `select friend_id, advocate_id from referral
              where workspace_id = $1 and program_id = $2 and status in ('open', 'qualified') order by friend_id, id`,
      values: [workspaceId, program],
    },
    (row) => {
      row.uuidInto(edge, 0);
      row.uuidInto(edge, ID_BYTES);
      each(view);
    },
  );
}
