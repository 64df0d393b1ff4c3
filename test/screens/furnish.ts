/** What the demo's data lacks, for the pictures of the console: a board of candidates, letters, a company, tickets. By the public API. */
type Row = Record<string, never> & { id: string; person: string; program: string };

/** Safe on a fresh demo only. Throws with the server's words when something was refused. */
export async function furnish(url: string, key: string): Promise<void> {
  const call = async (method: string, path: string, body?: unknown): Promise<Row & { data: Row[] }> => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const answer = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const said = (await answer.json()) as Row & { data: Row[] };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said;
  };
  const [{ key: program = "" } = {}] = (await call("GET", "/v1/programs")).data as unknown as { key: string }[];
  const people = (await call("GET", `/v1/advocates?program=${program}&limit=12`)).data.map((each) => each.person);
  const [ann = "", ben = ""] = people;

  await call("PUT", "/v1/companies/bright-desks", { name: "Bright Desks", domain: "bright-desks.example" });
  await call("PUT", "/v1/companies/north-light", { name: "North Light", domain: "north-light.example" });
  for (const name of ["Nora North", "Sam South"])
    await call("POST", "/v1/people", { user_id: name, name, email: `${name.split(" ")[0]}@north-light.example`, company: "north-light" });
  await call("POST", "/v1/segments", {
    name: "Bought in the last 90 days",
    description: "At least one order, the last of them not long ago.",
    filter: { all: [{ "person.orders": { gte: 1 } }, { "person.days_since_order": { lte: 90 } }] },
  });
  await letters(call, program);
  await insights(call, program);
  await board(call, people);
  for (const [person, text] of [
    [ann, "My friend ordered last week. Where is my reward?"],
    [ben, "How do I change the address that the mails go to?"],
  ])
    await call("POST", "/v1/portal/help", { person, program, text, page: "rewards" });
  await call("POST", "/v1/portal/help", { person: ann, program, topic: "feedback", score: 4, text: "The code was easy to find." });
  await call("POST", "/v1/testimonials", {
    program,
    person: ben,
    text: "I told three friends, and all of them stayed.",
    rating: 9,
    consent: true,
  });
  await call("POST", "/v1/gatherings", {
    title: "Evening for our advocates",
    description: "Bread, cheese and next year's plans.",
    starts_at: new Date(Date.now() + 21 * 86_400_000).toISOString(),
    seats: 30,
  });
  await call("PUT", "/v1/catalogue/tote", { name: "A tote bag", description: "Of linen.", price: 500, stock: 40 });
  await call("POST", "/v1/canned-answers", {
    name: "Where is my reward?",
    text: "Hello {name}, your reward waits until the return period is over.",
  });
  await call("POST", "/v1/webhooks", {
    url: "https://hooks.shop.example/grapevine",
    description: "The shop",
    types: ["reward.available"],
  });
  await call("PUT", "/v1/goals", {
    program,
    metric: "customers",
    target: 400,
    until: new Date(Date.now() + 60 * 86_400_000).toISOString(),
  });
}

/** Who pays every month: some leave at each renewal. */
async function subscribers(call: Call): Promise<void> {
  const today = new Date();
  const fifth = (ago: number): string => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago, 5, 9)).toISOString();
  const STAY = [90, 74, 65, 59, 55, 52, 50];
  const events = Array.from({ length: STAY[0]! }, (_, i) => {
    const [person, end] = [{ user_id: `subscriber-${i}` }, STAY.findIndex((there) => i >= there)];
    return [
      { id: `subscriber-${i}`, type: "subscription_started", occurred_at: fifth(8), person },
      ...(end > 0 ? [{ id: `left-${i}`, type: "subscription_cancelled", occurred_at: fifth(8 - end), person }] : []),
    ];
  }).flat();
  for (let from = 0; from < events.length; from += 100) await call("POST", "/v1/events", { events: events.slice(from, from + 100) });
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** What Insights has beside what was counted. */
async function insights(call: Call, program: string): Promise<void> {
  await trial(call, program);
  await subscribers(call);
  await call("POST", "/v1/annotations", {
    day: new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10),
    note: "An article in the paper",
    program,
  });
  await call("POST", "/v1/report-views", {
    name: "For the board, every month",
    report: "money",
    query: { compare: "previous", series: "day" },
  });
}

/** An experiment that runs, to whose arms friends have come since. */
async function trial(call: Call, program: string): Promise<void> {
  const thanks = {
    key: "thanks",
    when: { stage: "order", nth: 1, where: { "order.total": { gte: "30.00 EUR" } } },
    to: "advocate",
    give: { credit: "15.00 EUR" },
    hold: "14d",
  };
  const { id } = (await call("POST", "/v1/experiments", {
    program,
    name: "Fifteen instead of ten, for everybody who brings somebody who orders for thirty and more",
    hypothesis: "Five more for the advocate bring a tenth more customers.",
    arms: [
      { key: "control", name: "As it is" },
      { key: "more", name: "15.00 EUR for the advocate", patch: { rewards: [thanks] } },
      { key: "nothing", name: "No offer", patch: { rewards: null } },
    ],
    metric: "customers",
    currency: "EUR",
    minimum: 100,
    guardrails: [{ metric: "refund_rate" }, { metric: "cost_per_customer", accepted: 0.5 }],
  })) as { id: string };
  await call("POST", `/v1/experiments/${id}/start`);
  const codes: string[] = [];
  for (let cursor = ""; codes.length < 600 && cursor !== "end";) {
    const after = cursor === "" ? "" : `&after=${cursor}`;
    const page = (await call("GET", `/v1/links?program=${program}&limit=100${after}`)) as {
      data: { code: string }[];
      next: string | null;
    };
    codes.push(...page.data.map((each) => each.code));
    cursor = page.next ?? "end";
  }
  const events = codes.flatMap((code, i) =>
    Array.from({ length: i % 12 === 0 ? 2 : i % 5 === 0 ? 1 : 0 }, (_, n) => ({
      id: `trial-${i}-${n}`,
      type: i % 3 === 0 && n === 0 ? "signup" : "purchase",
      person: { user_id: `trial-friend-${i}-${n}` },
      referral: { code },
      ...(i % 3 === 0 && n === 0
        ? {}
        : { order: { id: `trial-${i}-${n}`, total: 3500 + ((i * 37 + n * 11) % 60) * 100, currency: "EUR" } }),
    })),
  );
  for (let from = 0; from < events.length; from += 100) await call("POST", "/v1/events", { events: events.slice(from, from + 100) });
}

async function letters(call: Call, program: string): Promise<void> {
  const words = {
    subject: "Do you know somebody who would like this?",
    text: "Hi {name|there},\n\nhow do you like your order?",
    action: "Share your link",
  };
  await call("POST", "/v1/announcements", {
    name: "After the second order",
    audience: { program },
    moment: { on: "purchase", nth: 2, delay_hours: 72 },
    texts: { en: words },
    settings: { cap_days: 90 },
  });
  await call("POST", "/v1/announcements", {
    name: "Double points in May",
    audience: { program },
    texts: {
      en: { subject: "Double points in May", text: "Hi {name|there},\n\nin May every friend counts twice.", action: "Share your link" },
      de: { subject: "Doppelte Punkte im Mai", text: "Hallo {name},\n\nim Mai zählt jede Empfehlung doppelt.", action: "Link teilen" },
    },
  });
}

/** Colleagues recommend candidates: some have come further than others. */
async function board(call: Call, people: readonly string[]): Promise<void> {
  await call("PUT", "/v1/programs/jobs", { preset: "employee" });
  await call("POST", "/v1/programs/jobs/publish", {});
  await call("PUT", "/v1/vacancies/baker-7", {
    program: "jobs",
    title: "Baker",
    department: "Bakery",
    country: "US",
    bonus: { amount: 200_000, currency: "USD" },
  });
  const stages = ["submitted", "accepted", "interviewed", "hired"];
  for (const [i, person] of people.slice(2, 9).entries()) {
    await call("POST", "/v1/advocates", { program: "jobs", person: { id: person } });
    await call("POST", `/v1/programs/jobs/terms/accept`, { person });
    const contact = {
      email: `candidate-${i}@mail.example`,
      name: ["Ida Berg", "Jon Vale", "Kim Hill", "Lee Moor", "Mia Brook", "Noa Field", "Oda Lake"][i],
    };
    const claim = (await call("POST", "/v1/claims", { program: "jobs", vacancy: "baker-7", claimants: [{ person }], contact })) as {
      id: string;
      status: string;
    };
    if (claim.status === "pending" && i < 5) await call("POST", `/v1/claims/${claim.id}/approve`);
    if (i < 4) await call("POST", "/v1/vacancies/baker-7/stages", { candidate: contact, stage: stages[i] });
  }
}
