import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobLine } from '../../jobs/run.service.js';

export interface Metrics {
  /** All figures in Prometheus's text form, with the state of jobs as the graph knows it now. */
  page(): Promise<string>;
  readonly contentType: string;
  /** Counts a request: seconds, by method, route and status. No path as asked, which could hold an id. */
  observe(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** Counts a statement that still ran after it was stopped, by its name. */
  outlived(statement: string): void;
}

/** A registry of its own for each server, so that two in one process do not meet. */
export function makeMetrics(jobs: () => Promise<readonly JobLine[]>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'guanxi_http_request_seconds',
    help: 'Time of HTTP requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const outlived = new Counter({
    name: 'guanxi_statements_outlived_total',
    help: 'Statements that the database still worked on 5 s after they were stopped, by name.',
    labelNames: ['statement'],
    registers: [registry],
  });
  const tellJobs = jobGauges(registry);
  return {
    page: async () => {
      tellJobs(await jobs().catch(() => [])); // a database that is away keeps the other figures from nobody
      return registry.metrics();
    },
    contentType: registry.contentType,
    observe: (labels, value) => seconds.observe(labels, value),
    outlived: (statement) => outlived.inc({ statement }),
  };
}

/** What Prometheus fetches. */
export function metricsPage({ page, contentType }: Metrics): RequestHandler {
  return async (_request, response) => {
    response.setHeader('Content-Type', contentType);
    response.send(await page());
  };
}

/** Of each job that ran: when its last run began, how long it took, and whether it failed. */
function jobGauges(registry: Registry): (lines: readonly JobLine[]) => void {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `guanxi_job_${name}`, help, labelNames: ['job'], registers: [registry] });
  const start = gauge('last_start_timestamp_seconds', 'When the last run of a job began.');
  const seconds = gauge('seconds', 'Time of the last run of a job that ended.');
  const failed = gauge('failed', '1 where the last run of a job failed.');
  return (lines) => {
    for (const { name: job, startedAt, endedAt, outcome } of lines) {
      if (startedAt !== null) start.set({ job }, startedAt.getTime() / 1000);
      if (startedAt !== null && endedAt !== null && endedAt >= startedAt)
        seconds.set({ job }, (endedAt.getTime() - startedAt.getTime()) / 1000);
      if (outcome !== null) failed.set({ job }, outcome === 'FAILED' ? 1 : 0);
    }
  };
}
