/** Counters in the Prometheus text format. Labels are route patterns, never addresses, so their number is bounded. */

/** Upper bounds in seconds. The door's goal is 40 ms at the 99th percentile; a read's is 300 ms. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.04, 0.1, 0.3, 1, 3];

type Series = { count: number; sum: number; buckets: number[] };
export type Gauge = { name: string; help: string; read: () => number | Promise<number> };

export type Metrics = {
  /** One finished request. `route` is "POST /v1/events". */
  observe(route: string, status: number, milliseconds: number): void;
  /** A value read when somebody looks. */
  gauge(gauge: Gauge): void;
  /** The exposition text, with a newline at its end. */
  text(): Promise<string>;
};

export function createMetrics(): Metrics {
  const statuses = new Map<string, number>();
  const times = new Map<string, Series>();
  const gauges: Gauge[] = [];
  return {
    observe(route, status, milliseconds) {
      const id = `${route} ${status}`;
      statuses.set(id, (statuses.get(id) ?? 0) + 1);
      let series = times.get(route);
      if (series === undefined) times.set(route, (series = { count: 0, sum: 0, buckets: BOUNDS.map(() => 0) }));
      const seconds = milliseconds / 1000;
      series.count++;
      series.sum += seconds;
      const index = BOUNDS.findIndex((bound) => seconds <= bound);
      if (index >= 0) series.buckets[index]!++;
    },
    gauge: (gauge) => void gauges.push(gauge),
    async text() {
      const values = await Promise.all(gauges.map(async (gauge) => [gauge, await gauge.read()] as const));
      return (
        [
          ...requestLines(statuses),
          ...timeLines(times),
          ...values.flatMap(([gauge, value]) => [
            `# HELP ${gauge.name} ${gauge.help}`,
            `# TYPE ${gauge.name} gauge`,
            `${gauge.name} ${value}`,
          ]),
        ].join("\n") + "\n"
      );
    },
  };
}

function requestLines(statuses: Map<string, number>): string[] {
  const lines = ["# HELP grapevine_http_requests_total Requests answered.", "# TYPE grapevine_http_requests_total counter"];
  for (const [id, count] of statuses) {
    const [method, route, status] = id.split(" ");
    lines.push(`grapevine_http_requests_total{method="${method}",route="${route}",status="${status}"} ${count}`);
  }
  return lines;
}

function timeLines(times: Map<string, Series>): string[] {
  const name = "grapevine_http_request_seconds";
  const lines = [`# HELP ${name} Time from the request's head to the end of its answer.`, `# TYPE ${name} histogram`];
  for (const [id, series] of times) {
    const [method, route] = id.split(" ");
    const labels = `method="${method}",route="${route}"`;
    let below = 0;
    BOUNDS.forEach((bound, i) => lines.push(`${name}_bucket{${labels},le="${bound}"} ${(below += series.buckets[i]!)}`));
    lines.push(
      `${name}_bucket{${labels},le="+Inf"} ${series.count}`,
      `${name}_sum{${labels}} ${series.sum}`,
      `${name}_count{${labels}} ${series.count}`,
    );
  }
  return lines;
}
