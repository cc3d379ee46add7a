import type * as Prometheus from 'prom-client';
import type { KycProxyRecord } from '../options.js';

/** Prometheus metrics of one proxy. */
export interface ProxyMetrics {
  /** Counts one request: pass it as `log`, or call it from yours. */
  readonly count: (record: KycProxyRecord) => void;
  /** Holds the metrics; `registry.metrics()` is the text to serve. */
  readonly registry: Prometheus.Registry;
}

/** Requests take 10 ms to a few seconds; 10 s is the proxy's own timeout. */
const DURATION_BUCKETS_S = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/**
 * Metrics over `prom-client`, which the host passes in: `createMetrics(await import('prom-client'))`.
 * @param prometheus the module
 * @param transport the transport whose connection pool is reported as well
 * @param registry a registry of the host's; a new one by default
 */
export function createMetrics(
  prometheus: Pick<typeof Prometheus, 'Counter' | 'Gauge' | 'Histogram' | 'Registry'>,
  transport?: { readonly stats: () => Readonly<Record<string, number>> },
  registry: Prometheus.Registry = new prometheus.Registry(),
): ProxyMetrics {
  const registers = [registry];
  const requests = new prometheus.Counter({
    name: 'baanx_kyc_requests_total',
    help: 'Requests by route, status and the reason for a refusal',
    labelNames: ['route', 'status', 'reason'],
    registers,
  });
  const durations = new prometheus.Histogram({
    name: 'baanx_kyc_request_duration_seconds',
    help: 'Time from a request to its response, by route and status',
    labelNames: ['route', 'status'],
    buckets: DURATION_BUCKETS_S,
    registers,
  });
  const limited = new prometheus.Counter({
    name: 'baanx_kyc_limited_total',
    help: 'Requests that a limit refused, or for which the limits could not be checked',
    labelNames: ['limit'],
    registers,
  });
  if (transport) {
    new prometheus.Gauge({
      name: 'baanx_kyc_upstream_connections',
      help: 'Connections to Baanx and requests on them, by state',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, value] of Object.entries(transport.stats())) this.set({ state }, value);
      },
    });
  }
  return {
    registry,
    count({ route = 'none', status, reason = 'none', durationMs }) {
      requests.inc({ route, status, reason });
      durations.observe({ route, status }, durationMs / 1000);
      const limit = LIMITS[reason];
      if (limit !== undefined) limited.inc({ limit });
    },
  };
}

const LIMITS: Readonly<Record<string, string>> = {
  'address-limit': 'address',
  'onboarding-limit': 'onboarding',
  'limiter-failed': 'failed',
};
