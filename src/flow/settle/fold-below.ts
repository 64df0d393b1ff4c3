/** Who must be folded again because somebody above them in the chain of recruiters is another now. */
import type { Book } from "../../core/book.ts";
import type { Client } from "../../store/db.ts";
import { foldFriends } from "./hold-people.ts";
import { readFriendsOf } from "./load-batch.ts";

/** Friends of these people, and theirs: as many levels below the one who moved as the programs pay levels above. At least one. */
export async function foldBelow(client: Client, book: Book, moved: readonly string[]): Promise<void> {
  let above = moved;
  for (let level = 0; level < Math.max(1, book.world.upline) && above.length > 0; level++) {
    above = await readFriendsOf(client, book, above);
    foldFriends(book, above);
  }
}
