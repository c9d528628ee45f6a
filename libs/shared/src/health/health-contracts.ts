export type HealthStatus = 'ok' | 'draining' | 'database_away' | 'migrations_missing';

/** How the process is: what a load balancer asks. */
export interface HealthView {
  readonly status: HealthStatus;
  /** Settings of the database with which an answered order could be lost in a power cut; an empty list is good. */
  readonly warnings?: readonly string[];
}
