import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Counts a request: seconds, by method, route and status. No path as asked, which could hold an id. */
  observe(labels: { method: string; route: string; status: number }, seconds: number): void;
}

/** A registry of its own for each server, so that two in one process do not meet. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'guanxi_http_request_seconds',
    help: 'Time of HTTP requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return { registry, observe: (labels, value) => seconds.observe(labels, value) };
}

/** What Prometheus fetches. */
export function metricsPage({ registry }: Metrics): RequestHandler {
  return async (_request, response) => {
    response.setHeader('Content-Type', registry.contentType);
    response.send(await registry.metrics());
  };
}
