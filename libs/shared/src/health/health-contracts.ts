/** How the process is: what a load balancer asks. */
export interface HealthView {
  readonly status: 'ok' | 'database_away';
}
