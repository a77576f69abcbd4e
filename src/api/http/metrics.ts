import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobLine } from '../../jobs/run.service.js';

export interface Metrics {
  readonly registry: Registry;
  /** Counts a request: seconds, by method, route and status. No path as asked, which could hold an id. */
  observe(labels: { method: string; route: string; status: number }, seconds: number): void;
}

/** A registry of its own for each server, so that two in one process do not meet; the state of jobs is read when it is fetched. */
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
  jobGauge(registry, jobs);
  return { registry, observe: (labels, value) => seconds.observe(labels, value) };
}

/** What Prometheus fetches. */
export function metricsPage({ registry }: Metrics): RequestHandler {
  return async (_request, response) => {
    response.setHeader('Content-Type', registry.contentType);
    response.send(await registry.metrics());
  };
}

/** Of each job when its last run began, how long it took and whether it failed, as the graph knows it; nothing while the graph does not answer. */
function jobGauge(registers: Registry, jobs: () => Promise<readonly JobLine[]>): void {
  const registry = { registers: [registers], labelNames: ['job'] as const };
  const seconds = new Gauge({ name: 'guanxi_job_seconds', help: 'Time of the last run of a job.', ...registry });
  const failed = new Gauge({ name: 'guanxi_job_failed', help: '1 where the last run failed.', ...registry });
  new Gauge({
    name: 'guanxi_job_last_start_timestamp_seconds',
    help: 'When the last run of a job began.',
    ...registry,
    async collect() {
      for (const { name, startedAt, endedAt, outcome } of await jobs().catch(() => [])) {
        if (startedAt === null) continue;
        this.set({ job: name }, startedAt.getTime() / 1000);
        if (endedAt !== null && endedAt >= startedAt)
          seconds.set({ job: name }, (endedAt.getTime() - startedAt.getTime()) / 1000);
        if (outcome !== null) failed.set({ job: name }, outcome === 'FAILED' ? 1 : 0);
      }
    },
  });
}
