/** The operating system account that PostgreSQL runs as, and what that account may reach. */
import fs from "node:fs";
import path from "node:path";

/** Empty for a plain user; the ids to switch to when we are root, because PostgreSQL refuses to run as root. */
export type Account = { uid?: number; gid?: number; name?: string };

/**
 * Under root: the `postgres` account if there is one, else `nobody` (tried: it works, no `useradd` needed).
 * Throws with a remedy when neither exists.
 */
export function serverAccount(passwdFile = "/etc/passwd"): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = fs.existsSync(passwdFile) ? fs.readFileSync(passwdFile, "utf8").split("\n").map((line) => line.split(":")) : [];
  const entry = lines.find((fields) => fields[0] === "postgres") ?? lines.find((fields) => fields[0] === "nobody");
  if (entry === undefined) {
    throw new Error(
      "PostgreSQL will not run as root, and this system has neither a postgres nor a nobody account to run it as. " +
        "Add one (useradd postgres), start Grapevine as a plain user, or set DATABASE_URL.",
    );
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]), name: entry[0] ?? "" };
}

/** Makes a folder with all its parents so that the server's account can walk through what we made, whatever the umask. */
export function makeReachableFolder(dir: string, account: Account): void {
  const first = fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (first === undefined || account.uid === undefined) return;
  // 0711 lets the account pass through, not list. Folders that existed before are the owner's business.
  for (let made = dir; made.length >= first.length; made = path.dirname(made)) fs.chmodSync(made, 0o711);
}

/** The first folder on the way to `target` that the account cannot walk through, or null. Reads mode bits, not ACLs. */
export function blockingFolder(target: string, account: Account): string | null {
  if (account.uid === undefined) return null;
  const parts: string[] = [];
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    parts.unshift(dir);
    if (dir === path.dirname(dir)) break;
  }
  for (const dir of parts) {
    const stat = fs.statSync(dir, { throwIfNoEntry: false });
    if (stat === undefined) return null;
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
    if (stat.isDirectory() && (stat.mode & bit) === 0) return dir;
  }
  return null;
}

/** The sentence for a data folder that the server's account cannot reach. */
export function blockedSentence(blocker: string, dataDir: string, account: Account): string {
  return (
    `The data folder ${dataDir} cannot be reached by the account "${account.name}", which PostgreSQL runs as because it refuses root: ` +
    `the folder ${blocker} lets nobody else through. Set GRAPEVINE_DATA to a folder such as /var/lib/grapevine, ` +
    `or allow passage with: chmod o+x ${blocker}`
  );
}

/** The sentence for a numeric user without a name (docker run -u 4242), which initdb refuses; null when that is not the case. */
export function namelessUserSentence(output: string): string | null {
  if (!output.includes("could not look up effective user ID")) return null;
  return (
    `PostgreSQL needs the user it runs as to have a name, and uid ${process.getuid?.() ?? "?"} has none in /etc/passwd. ` +
    "Run the container as a named user (for example: docker run -u nobody), as root, or set DATABASE_URL."
  );
}
